package org.normscape.backend.nd4j.portable;

import java.util.List;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/** Numbers in a row on the device, in an array of ND4J. Equal to nothing but itself. */
final class Row {

  private final INDArray array;

  private Row(INDArray array) {
    this.array = array;
  }

  /** A row of so many elements, with arbitrary contents. */
  static Row of(DataType dtype, int length) {
    return new Row(Nd4j.createUninitializedDetached(dtype, length));
  }

  /** A row of these numbers, as many as there are. */
  static Row of(double[] values) {
    return new Row(Nd4j.createFromArray(values));
  }

  /** As {@link #of(double[])}. */
  static Row of(float[] values) {
    return new Row(Nd4j.createFromArray(values));
  }

  /** As {@link #of(double[])}. */
  static Row of(int[] values) {
    return new Row(Nd4j.createFromArray(values));
  }

  /** The row, as its elements lie. */
  INDArray array() {
    return array;
  }

  /** The same elements under other extents. */
  INDArray under(List<Integer> dims) {
    return dims.size() == 1
        ? array
        : array.reshape('c', dims.stream().mapToLong(Integer::longValue).toArray());
  }

  void close() {
    array.close();
  }
}
