package org.normscape.backend.nd4j.fusion;

import java.util.List;
import org.normscape.backend.nd4j.memory.Register;
import org.normscape.backend.nd4j.memory.Register.Floats;

/**
 * What is computed of two numbers. The loops are written out, for the compiler turns into vector
 * instructions only what it sees.
 */
public enum Binary implements Operator.OfEach {
  /** {@code x + y}. */
  ADD {
    @Override
    void run(double[] x, double[] y, double[] z, int count) {
      for (int i = 0; i < count; i++) {
        z[i] = x[i] + y[i];
      }
    }

    @Override
    void run(double[] x, double y, double[] z, int count) {
      for (int i = 0; i < count; i++) {
        z[i] = x[i] + y;
      }
    }

    @Override
    void run(float[] x, float[] y, float[] z, int count) {
      for (int i = 0; i < count; i++) {
        z[i] = x[i] + y[i];
      }
    }
  },

  /** {@code x − y}. */
  SUBTRACT {
    @Override
    void run(double[] x, double[] y, double[] z, int count) {
      for (int i = 0; i < count; i++) {
        z[i] = x[i] - y[i];
      }
    }

    @Override
    void run(double[] x, double y, double[] z, int count) {
      for (int i = 0; i < count; i++) {
        z[i] = x[i] - y;
      }
    }

    @Override
    void run(double x, double[] y, double[] z, int count) {
      for (int i = 0; i < count; i++) {
        z[i] = x - y[i];
      }
    }

    @Override
    void run(float[] x, float[] y, float[] z, int count) {
      for (int i = 0; i < count; i++) {
        z[i] = x[i] - y[i];
      }
    }
  },

  /** {@code x y}. */
  MULTIPLY {
    @Override
    void run(double[] x, double[] y, double[] z, int count) {
      for (int i = 0; i < count; i++) {
        z[i] = x[i] * y[i];
      }
    }

    @Override
    void run(double[] x, double y, double[] z, int count) {
      for (int i = 0; i < count; i++) {
        z[i] = x[i] * y;
      }
    }

    @Override
    void run(float[] x, float[] y, float[] z, int count) {
      for (int i = 0; i < count; i++) {
        z[i] = x[i] * y[i];
      }
    }
  },

  /** {@code x / y}. */
  DIVIDE {
    @Override
    void run(double[] x, double[] y, double[] z, int count) {
      for (int i = 0; i < count; i++) {
        z[i] = x[i] / y[i];
      }
    }

    @Override
    void run(double[] x, double y, double[] z, int count) {
      for (int i = 0; i < count; i++) {
        z[i] = x[i] / y;
      }
    }

    @Override
    void run(double x, double[] y, double[] z, int count) {
      for (int i = 0; i < count; i++) {
        z[i] = x / y[i];
      }
    }

    @Override
    void run(float[] x, float[] y, float[] z, int count) {
      for (int i = 0; i < count; i++) {
        z[i] = x[i] / y[i];
      }
    }
  },

  /** The larger, or NaN. */
  MAXIMUM {
    @Override
    void run(double[] x, double[] y, double[] z, int count) {
      for (int i = 0; i < count; i++) {
        z[i] = Math.max(x[i], y[i]);
      }
    }

    @Override
    void run(double[] x, double y, double[] z, int count) {
      for (int i = 0; i < count; i++) {
        z[i] = Math.max(x[i], y);
      }
    }

    @Override
    void run(float[] x, float[] y, float[] z, int count) {
      for (int i = 0; i < count; i++) {
        z[i] = Math.max(x[i], y[i]);
      }
    }
  },

  /** The smaller, or NaN. */
  MINIMUM {
    @Override
    void run(double[] x, double[] y, double[] z, int count) {
      for (int i = 0; i < count; i++) {
        z[i] = Math.min(x[i], y[i]);
      }
    }

    @Override
    void run(double[] x, double y, double[] z, int count) {
      for (int i = 0; i < count; i++) {
        z[i] = Math.min(x[i], y);
      }
    }

    @Override
    void run(float[] x, float[] y, float[] z, int count) {
      for (int i = 0; i < count; i++) {
        z[i] = Math.min(x[i], y[i]);
      }
    }
  },

  /** 1 where {@code x > y}, else 0. */
  GREATER {
    @Override
    void run(double[] x, double[] y, double[] z, int count) {
      for (int i = 0; i < count; i++) {
        z[i] = truth(x[i] > y[i]);
      }
    }

    @Override
    void run(double[] x, double y, double[] z, int count) {
      for (int i = 0; i < count; i++) {
        z[i] = truth(x[i] > y);
      }
    }

    @Override
    void run(double x, double[] y, double[] z, int count) {
      for (int i = 0; i < count; i++) {
        z[i] = truth(x > y[i]);
      }
    }

    @Override
    void run(float[] x, float[] y, float[] z, int count) {
      for (int i = 0; i < count; i++) {
        z[i] = floatTruth(x[i] > y[i]);
      }
    }
  },

  /** 1 where {@code x >= y}, else 0. */
  GREATER_OR_EQUAL {
    @Override
    void run(double[] x, double[] y, double[] z, int count) {
      for (int i = 0; i < count; i++) {
        z[i] = truth(x[i] >= y[i]);
      }
    }

    @Override
    void run(double[] x, double y, double[] z, int count) {
      for (int i = 0; i < count; i++) {
        z[i] = truth(x[i] >= y);
      }
    }

    @Override
    void run(double x, double[] y, double[] z, int count) {
      for (int i = 0; i < count; i++) {
        z[i] = truth(x >= y[i]);
      }
    }

    @Override
    void run(float[] x, float[] y, float[] z, int count) {
      for (int i = 0; i < count; i++) {
        z[i] = floatTruth(x[i] >= y[i]);
      }
    }
  },

  /** 1 where {@code x == y}, else 0. */
  EQUAL {
    @Override
    void run(double[] x, double[] y, double[] z, int count) {
      for (int i = 0; i < count; i++) {
        z[i] = truth(x[i] == y[i]);
      }
    }

    @Override
    void run(double[] x, double y, double[] z, int count) {
      for (int i = 0; i < count; i++) {
        z[i] = truth(x[i] == y);
      }
    }

    @Override
    void run(float[] x, float[] y, float[] z, int count) {
      for (int i = 0; i < count; i++) {
        z[i] = floatTruth(x[i] == y[i]);
      }
    }
  },

  /** {@code y} where {@code x} is positive, 0 where it is 0; it is never negative. */
  WHERE_POSITIVE {
    @Override
    void run(double[] x, double[] y, double[] z, int count) {
      for (int i = 0; i < count; i++) {
        z[i] = x[i] <= 0 ? 0 : y[i];
      }
    }

    @Override
    void run(double[] x, double y, double[] z, int count) {
      for (int i = 0; i < count; i++) {
        z[i] = x[i] <= 0 ? 0 : y;
      }
    }

    @Override
    void run(double x, double[] y, double[] z, int count) {
      for (int i = 0; i < count; i++) {
        z[i] = x <= 0 ? 0 : y[i];
      }
    }

    @Override
    void run(float[] x, float[] y, float[] z, int count) {
      for (int i = 0; i < count; i++) {
        z[i] = y[i] * Math.min(1, x[i] * 0x1p100f * 0x1p49f);
      }
    }
  };

  @Override
  public Instruction instruction(List<Integer> x, int z) {
    return new Instruction.Two(this, x.get(0), x.get(1), z);
  }

  private static final long ONE = Double.doubleToRawLongBits(1);
  private static final int FLOAT_ONE = Float.floatToRawIntBits(1);

  /** {@code z = x ∘ y} for the first {@code count} elements. */
  public final void run(Register x, Register y, Register z, int count) {
    if (x instanceof Floats floats) {
      run(floats.values(), Loops.floats(y), Loops.floats(z), count);
    } else {
      run(Loops.doubles(x), Loops.doubles(y), Loops.doubles(z), count);
    }
  }

  abstract void run(float[] x, float[] y, float[] z, int count);

  abstract void run(double[] x, double[] y, double[] z, int count);

  abstract void run(double[] x, double y, double[] z, int count);

  /** The default is that of operators whose operands may be exchanged. */
  void run(double x, double[] y, double[] z, int count) {
    run(y, x, z, count);
  }

  private static float floatTruth(boolean holds) {
    return Float.intBitsToFloat(holds ? FLOAT_ONE : 0);
  }

  /** 1 or 0, chosen without a branch. */
  private static double truth(boolean holds) {
    return Double.longBitsToDouble(holds ? ONE : 0);
  }
}
