package org.normscape.linalg.box;

import java.util.ArrayList;
import java.util.List;

/**
 * A quadratic model of a function by its last steps: the matrix of the method BFGS in its compact
 * form, {@code B = θ − W M Wᵀ} with {@code W = [Y, θS]} (Byrd, Nocedal and Schnabel, 1994). The
 * columns of S are steps, those of Y the changes of the gradient along them.
 */
final class Model {

  /**
   * Pairs along which the function bends less than this, relative to {@code ‖y‖²}, tell nothing.
   */
  private static final double FLAT = 0x1p-52;

  private final int memory;
  private final List<double[]> steps = new ArrayList<>();
  private final List<double[]> changes = new ArrayList<>();
  private double theta = 1;

  /** M. */
  private double[][] middle = new double[0][0];

  /** A model that knows nothing: the identity. */
  Model(int memory) {
    this.memory = memory;
  }

  /** θ. */
  double theta() {
    return theta;
  }

  /** The number of columns of W. */
  int columns() {
    return 2 * steps.size();
  }

  /** Forgets all steps. */
  void forget() {
    steps.clear();
    changes.clear();
    theta = 1;
    middle = new double[0][0];
  }

  /** Learns a step, unless the function does not bend upwards along it. */
  void learn(double[] step, double[] change) {
    double bend = Dense.dot(step, change);
    double square = Dense.dot(change, change);
    if (!(bend > FLAT * square)) {
      return;
    }
    if (steps.size() == memory) {
      steps.remove(0);
      changes.remove(0);
    }
    steps.add(step);
    changes.add(change);
    theta = square / bend;
    middle = Dense.inverse(inverseMiddle());
  }

  /** {@code M⁻¹}, which is symmetric. */
  private double[][] inverseMiddle() {
    int m = steps.size();
    double[][] rows = new double[2 * m][2 * m];
    for (int i = 0; i < m; i++) {
      for (int j = 0; j < m; j++) {
        double product = Dense.dot(steps.get(i), changes.get(j));
        if (i == j) {
          rows[i][i] = -product;
        } else if (i > j) {
          rows[m + i][j] = product;
          rows[j][m + i] = product;
        }
        rows[m + i][m + j] = theta * Dense.dot(steps.get(i), steps.get(j));
      }
    }
    return rows;
  }

  /** {@code M v}. */
  double[] middle(double[] v) {
    return Dense.times(middle, v);
  }

  /** Row i of W. */
  double[] row(int i) {
    int m = steps.size();
    double[] row = new double[2 * m];
    for (int j = 0; j < m; j++) {
      row[j] = changes.get(j)[i];
      row[m + j] = theta * steps.get(j)[i];
    }
    return row;
  }

  /** {@code Wᵀv}. */
  double[] transposed(double[] v) {
    int m = steps.size();
    double[] product = new double[2 * m];
    for (int j = 0; j < m; j++) {
      product[j] = Dense.dot(changes.get(j), v);
      product[m + j] = theta * Dense.dot(steps.get(j), v);
    }
    return product;
  }
}
