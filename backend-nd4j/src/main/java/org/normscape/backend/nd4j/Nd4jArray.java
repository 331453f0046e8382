package org.normscape.backend.nd4j;

import org.bytedeco.javacpp.DoublePointer;
import org.bytedeco.javacpp.FloatPointer;
import org.bytedeco.javacpp.IntPointer;
import org.normscape.backend.Array;
import org.normscape.backend.nd4j.memory.Block;
import org.normscape.backend.nd4j.memory.Memory;
import org.normscape.ir.DType;
import org.normscape.ir.TensorType;

/** Numbers outside the Java heap, in row-major order. */
public final class Nd4jArray implements Array {

  private enum State {
    OPEN("open"),
    CLOSED("closed"),
    DONATED("donated");

    private final String word;

    State(String word) {
      this.word = word;
    }
  }

  private final TensorType type;
  private final Memory memory;
  private final Block block;
  private State state = State.OPEN;
  private int users;

  Nd4jArray(TensorType type, Memory memory, Block block) {
    this.type = type;
    this.memory = memory;
    this.block = block;
  }

  @Override
  public TensorType type() {
    return type;
  }

  @Override
  public double[] toDoubles() {
    Block lent = borrow();
    try {
      double[] values = new double[type.shape().size()];
      read(lent, values);
      return values;
    } finally {
      giveBack();
    }
  }

  @Override
  public float[] toFloats() {
    if (type.dtype() != DType.FLOAT32) {
      return Array.super.toFloats();
    }
    Block lent = borrow();
    try {
      float[] values = new float[type.shape().size()];
      new FloatPointer(lent.start()).get(values);
      return values;
    } finally {
      giveBack();
    }
  }

  private void read(Block from, double[] values) {
    int count = values.length;
    switch (type.dtype()) {
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

  /** Whose memory this is. */
  Memory memory() {
    return memory;
  }

  /** The memory, which stays until {@link #giveBack}, even if this is closed meanwhile. */
  synchronized Block borrow() {
    if (state != State.OPEN || memory.isClosed()) {
      throw new IllegalStateException(
          "array: %s must be open, but it %s. To fix: use it before that."
              .formatted(
                  type, state == State.OPEN ? "went with its backend" : "was " + state.word));
    }
    users++;
    return block;
  }

  /** Ends what {@link #borrow} began. */
  synchronized void giveBack() {
    users--;
    release();
  }

  /** Ends what {@link #borrow} began, and this array: its memory belongs to the borrower now. */
  synchronized void giveAway() {
    state = State.DONATED;
    users--;
  }

  @Override
  public synchronized void close() {
    if (state == State.OPEN) {
      state = State.CLOSED;
      release();
    }
  }

  private void release() {
    if (state == State.CLOSED && users == 0) {
      memory.free(block);
    }
  }

  @Override
  public String toString() {
    return "Nd4jArray[" + type + ", " + state.word + "]";
  }
}
