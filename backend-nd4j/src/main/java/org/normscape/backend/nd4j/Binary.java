package org.normscape.backend.nd4j;

/**
 * What is computed of two numbers. The loops are written out, for the compiler turns into vector
 * instructions only what it sees.
 */
enum Binary implements Operator {
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
    void run(double x, double[] y, double[] z, int count) {
      run(y, x, z, count);
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
    void run(double x, double[] y, double[] z, int count) {
      run(y, x, z, count);
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
    void run(double x, double[] y, double[] z, int count) {
      run(y, x, z, count);
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
    void run(double x, double[] y, double[] z, int count) {
      run(y, x, z, count);
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
    void run(double x, double[] y, double[] z, int count) {
      run(y, x, z, count);
    }
  };

  private static final long ONE = Double.doubleToRawLongBits(1);

  /** {@code z = x ∘ y} for the first {@code count} elements. */
  abstract void run(double[] x, double[] y, double[] z, int count);

  /** {@code z = x ∘ y} for the first {@code count} elements. */
  abstract void run(double[] x, double y, double[] z, int count);

  /** {@code z = x ∘ y} for the first {@code count} elements. */
  abstract void run(double x, double[] y, double[] z, int count);

  /** 1 or 0, chosen without a branch. */
  private static double truth(boolean holds) {
    return Double.longBitsToDouble(holds ? ONE : 0);
  }
}
