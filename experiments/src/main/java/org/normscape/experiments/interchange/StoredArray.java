package org.normscape.experiments.interchange;

import java.io.IOException;
import java.nio.ByteBuffer;
import org.normscape.ir.Shape;
import org.normscape.ir.TensorType;
import org.normscape.replay.HostArray;

/**
 * An array as a file holds it: bytes that become numbers when they are asked for, so that images of
 * bytes take no more room than in the file. It shares the buffer that it was read from.
 */
public final class StoredArray {

  private final ElementFormat format;
  private final Shape shape;
  private final ElementOrder order;
  private final ByteBuffer elements;

  private StoredArray(ElementFormat format, Shape shape, ElementOrder order, ByteBuffer elements) {
    this.format = format;
    this.shape = shape;
    this.order = order;
    this.elements = elements;
  }

  /**
   * An array over a buffer that holds its elements and nothing else.
   *
   * @throws IOException when there are more or fewer bytes than its elements take
   */
  static StoredArray of(ElementFormat format, Shape shape, ElementOrder order, ByteBuffer elements)
      throws IOException {
    long needed = (long) shape.size() * format.bytes();
    if (needed != elements.remaining()) {
      throw new IOException(
          "%s elements of %s take %s bytes, but there are %s"
              .formatted(shape, format, needed, elements.remaining()));
    }
    return new StoredArray(format, shape, order, elements);
  }

  /** The type of its elements in the file. */
  public ElementFormat format() {
    return format;
  }

  /** Its extents. */
  public Shape shape() {
    return shape;
  }

  /** The element at an index in row-major order. */
  public double at(int index) {
    return format.get(elements, order.place(index, shape) * format.bytes());
  }

  /** The bytes of all elements, as the file has them. */
  public ByteBuffer bytes() {
    return elements.asReadOnlyBuffer();
  }

  /** All elements in row-major order, in the type that they get here. */
  public HostArray onHost() {
    double[] values = new double[shape.size()];
    for (int i = 0; i < values.length; i++) {
      values[i] = at(i);
    }
    return HostArray.of(new TensorType(format.dtype(), shape), values);
  }
}
