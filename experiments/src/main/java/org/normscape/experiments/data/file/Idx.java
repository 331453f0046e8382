package org.normscape.experiments.data.file;

import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Bytes with extents, in the format of MNIST: two zero bytes, the type 8, the number of axes, each
 * extent as four bytes with the most significant first, and then the elements in row-major order.
 * It shares the array that it was read from.
 */
public final class Idx {

  private static final int UNSIGNED_BYTES = 0x0800;

  private final byte[] file;
  private final List<Integer> extents;

  private Idx(byte[] file, List<Integer> extents) {
    this.file = file;
    this.extents = extents;
  }

  /**
   * Reads a file.
   *
   * @throws IllegalArgumentException when it is of another format
   */
  public static Idx of(byte[] file) {
    ByteBuffer header = ByteBuffer.wrap(file);
    int axes = file.length < Integer.BYTES ? -1 : header.getInt() - UNSIGNED_BYTES;
    if (axes < 1 || axes > 3 || header.remaining() < axes * Integer.BYTES) {
      throw broken("it does not begin like one");
    }
    List<Integer> extents = IntStream.range(0, axes).mapToObj(i -> header.getInt()).toList();
    double size = extents.stream().mapToDouble(Integer::doubleValue).reduce(1, (a, b) -> a * b);
    if (size != header.remaining()) {
      throw broken("extents %s and %s bytes".formatted(extents, header.remaining()));
    }
    return new Idx(file, extents);
  }

  private static IllegalArgumentException broken(String given) {
    return new IllegalArgumentException(
        "idx: a file must have a header and a byte for each element, but this one has not: %s. To fix: take the unpacked file."
            .formatted(given));
  }

  /** The number of elements along each axis. */
  public List<Integer> extents() {
    return extents;
  }

  /** The elements, in row-major order. */
  public byte[] elements() {
    return Arrays.copyOfRange(file, Integer.BYTES * (1 + extents.size()), file.length);
  }

  /** A file of the first {@code count} along the outermost axis. */
  public byte[] first(int count) {
    int header = Integer.BYTES * (1 + extents.size());
    int each = (file.length - header) / extents.get(0);
    byte[] part = Arrays.copyOf(file, header + count * each);
    ByteBuffer.wrap(part).putInt(Integer.BYTES, count);
    return part;
  }
}
