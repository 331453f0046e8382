package org.normscape.backend.nd4j.fusion;

import java.util.List;
import org.normscape.backend.nd4j.memory.Register;
import org.normscape.backend.nd4j.memory.Register.Floats;

/** What is computed of one number. */
public enum Unary implements Operator.OfEach {
  /** {@code −x}. */
  NEGATE {
    @Override
    void run(double[] x, double[] z, int count) {
      for (int i = 0; i < count; i++) {
        z[i] = -x[i];
      }
    }

    @Override
    void run(float[] x, float[] z, int count) {
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

    @Override
    void run(float[] x, float[] z, int count) {
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

    @Override
    void run(float[] x, float[] z, int count) {
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

    @Override
    void run(float[] x, float[] z, int count) {
      for (int i = 0; i < count; i++) {
        z[i] = (float) Math.sqrt(x[i]);
      }
    }
  };

  @Override
  public Instruction instruction(List<Integer> x, int z) {
    return new Instruction.One(this, x.get(0), z);
  }

  /** {@code z = ∘x} for the first {@code count} elements. */
  final void run(Register x, Register z, int count) {
    if (x instanceof Floats floats) {
      run(floats.values(), Loops.floats(z), count);
    } else {
      run(Loops.doubles(x), Loops.doubles(z), count);
    }
  }

  abstract void run(float[] x, float[] z, int count);

  abstract void run(double[] x, double[] z, int count);
}
