package org.normscape.backend.nd4j;

/** What is computed of one number. */
enum Unary implements Operator {
  /** {@code −x}. */
  NEGATE {
    @Override
    void run(double[] x, double[] z, int count) {
      for (int i = 0; i < count; i++) {
        z[i] = -x[i];
      }
    }
  },

  /** {@code |x|}. */
  ABSOLUTE {
    @Override
    void run(double[] x, double[] z, int count) {
      for (int i = 0; i < count; i++) {
        z[i] = Math.abs(x[i]);
      }
    }
  },

  /** −1, 0, 1 or NaN. */
  SIGN {
    @Override
    void run(double[] x, double[] z, int count) {
      for (int i = 0; i < count; i++) {
        z[i] = Math.signum(x[i]);
      }
    }
  },

  /** {@code √x}. */
  SQUARE_ROOT {
    @Override
    void run(double[] x, double[] z, int count) {
      for (int i = 0; i < count; i++) {
        z[i] = Math.sqrt(x[i]);
      }
    }
  };

  /** {@code z = ∘x} for the first {@code count} elements. */
  abstract void run(double[] x, double[] z, int count);
}
