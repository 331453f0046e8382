package org.normscape.backend.nd4j.portable;

import org.normscape.backend.nd4j.lending.LentArray;
import org.normscape.ir.DType;
import org.normscape.ir.TensorType;

/** Numbers in an array of ND4J. */
final class PortableArray extends LentArray<Row> {

  private final Rows rows;

  PortableArray(TensorType type, Rows rows, Row row) {
    super(type, rows, row);
    this.rows = rows;
  }

  @Override
  public double[] toDoubles() {
    Row lent = borrow();
    try {
      rows.enter();
      return lent.array().data().asDouble();
    } finally {
      giveBack();
    }
  }

  @Override
  public float[] toFloats() {
    if (type().dtype() != DType.FLOAT32) {
      return super.toFloats();
    }
    Row lent = borrow();
    try {
      rows.enter();
      return lent.array().data().asFloat();
    } finally {
      giveBack();
    }
  }
}
