package org.normscape.experiments.data.file;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Bytes with extents, in the format of MNIST: two zero bytes, the type 8, the number of axes, each
 * extent as four bytes with the most significant first, and then the elements in row-major order.
 * It shares the array that it was read from.
 */
public final class Idx {

  private static final int UNSIGNED_BYTES = 0x0800;
  private static final int MOST_AXES = 4;

  private final byte[] file;
  private final List<Integer> extents;

  private Idx(byte[] file, List<Integer> extents) {
    this.file = file;
    this.extents = extents;
  }

  /**
   * Reads a file that should be of this format.
   *
   * @throws IllegalArgumentException when it is of another one
   */
  public static Idx of(byte[] file) {
    try {
      return read(file);
    } catch (IOException e) {
      throw new IllegalArgumentException(
          "idx: a file must have a header and a byte for each element, but %s. To fix: take the whole file."
              .formatted(e.getMessage()),
          e);
    }
  }

  /**
   * Reads a file.
   *
   * @throws IOException when it is of another format
   */
  public static Idx read(byte[] file) throws IOException {
    ByteBuffer header = ByteBuffer.wrap(file);
    int magic = file.length < Integer.BYTES ? -1 : header.getInt();
    int axes = magic - UNSIGNED_BYTES;
    if (axes < 1 || axes > MOST_AXES) {
      throw new IOException(
          "its first four bytes are %s where 00 00 08, for unsigned bytes, and the number of axes from 1 to %s stand"
              .formatted(hex(file), MOST_AXES));
    }
    if (header.remaining() < axes * Integer.BYTES) {
      throw new IOException("its header is cut off at byte %s".formatted(file.length));
    }
    List<Integer> extents = IntStream.range(0, axes).mapToObj(i -> header.getInt()).toList();
    double size = extents.stream().mapToDouble(Integer::doubleValue).reduce(1, (a, b) -> a * b);
    if (size != header.remaining() || extents.stream().anyMatch(extent -> extent < 1)) {
      throw new IOException(
          "the extents %s stand before %s bytes of elements"
              .formatted(extents, header.remaining()));
    }
    return new Idx(file, extents);
  }

  private static String hex(byte[] file) {
    return HexFormat.ofDelimiter(" ").formatHex(file, 0, Math.min(Integer.BYTES, file.length));
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
