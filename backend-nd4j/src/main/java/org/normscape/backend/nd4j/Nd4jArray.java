package org.normscape.backend.nd4j;

import org.bytedeco.javacpp.DoublePointer;
import org.bytedeco.javacpp.FloatPointer;
import org.bytedeco.javacpp.IntPointer;
import org.normscape.backend.nd4j.lending.LentArray;
import org.normscape.backend.nd4j.memory.Block;
import org.normscape.backend.nd4j.memory.Memory;
import org.normscape.ir.DType;
import org.normscape.ir.TensorType;

/** Numbers outside the Java heap, in row-major order. */
public final class Nd4jArray extends LentArray<Block> {

  Nd4jArray(TensorType type, Memory memory, Block block) {
    super(type, memory, block);
  }

  @Override
  public double[] toDoubles() {
    Block lent = borrow();
    try {
      double[] values = new double[type().shape().size()];
      read(lent, values);
      return values;
    } finally {
      giveBack();
    }
  }

  @Override
  public float[] toFloats() {
    if (type().dtype() != DType.FLOAT32) {
      return super.toFloats();
    }
    Block lent = borrow();
    try {
      float[] values = new float[type().shape().size()];
      new FloatPointer(lent.start()).get(values);
      return values;
    } finally {
      giveBack();
    }
  }

  private void read(Block from, double[] values) {
    int count = values.length;
    switch (type().dtype()) {
      case FLOAT64 -> new DoublePointer(from.start()).get(values);
      case FLOAT32 -> {
        float[] floats = new float[count];
        new FloatPointer(from.start()).get(floats);
        for (int i = 0; i < count; i++) {
          values[i] = floats[i];
        }
      }
      case INT32 -> {
        int[] ints = new int[count];
        new IntPointer(from.start()).get(ints);
        for (int i = 0; i < count; i++) {
          values[i] = ints[i];
        }
      }
    }
  }
}
