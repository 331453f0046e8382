package org.normscape.probe.plane;

import java.util.List;
import org.normscape.linalg.eigen.SymmetricEigenproblem;
import org.normscape.linalg.eigen.SymmetricEigenproblem.Pair;

/**
 * Which plane is laid through points. The points are known by the inner products of their
 * differences {@code Dᵢ} from one of them; the two axes, orthonormal, are sums {@code Σ cᵢ Dᵢ}.
 */
public enum PlaneBasis {
  /**
   * Along the first two principal components of the points, about their mean (Li et al., NeurIPS
   * 2018, section 7): of all planes the one from which they are least far.
   */
  PRINCIPAL_COMPONENTS {
    @Override
    double[][] coefficients(double[][] products) {
      List<Pair> components = SymmetricEigenproblem.solve(centred(products));
      double negligible = NEGLIGIBLE * Math.max(0, components.get(0).value());
      double[][] axes = new double[AXES][products.length];
      for (int k = 0; k < Math.min(AXES, components.size()); k++) {
        Pair component = components.get(k);
        if (component.value() > negligible) {
          axes[k] = scaled(component.elements(), 1 / Math.sqrt(component.value()));
        }
      }
      return axes;
    }
  },
  /**
   * Through three points: the first axis from the first to the last one, the second towards the one
   * between, by Gram and Schmidt (Garipov et al., NeurIPS 2018, appendix A.3; Izmailov et al., UAI
   * 2018). The last one is that from which the differences are taken.
   */
  THREE_POINTS {
    @Override
    double[][] coefficients(double[][] products) {
      double[][] axes = new double[AXES][products.length];
      double length = products[0][0];
      if (length > 0) {
        axes[0][0] = -1 / Math.sqrt(length);
        double share = products[0][1] / length;
        double across = products[1][1] - share * products[0][1];
        if (across > NEGLIGIBLE * products[1][1]) {
          axes[1][0] = -share / Math.sqrt(across);
          axes[1][1] = 1 / Math.sqrt(across);
        }
      }
      return axes;
    }

    @Override
    boolean takes(int points) {
      return points == AXES + 1;
    }

    @Override
    String rule() {
      return "must name two steps before the one that is measured, for a plane through three points";
    }
  };

  private static final int AXES = 2;

  /** The square of what is left of a vector when rounding alone is. */
  private static final double NEGLIGIBLE = 1e-12;

  /**
   * The coefficients of both axes; zeros for an axis along which no point lies.
   *
   * @param products {@code ⟨Dᵢ, Dⱼ⟩}, in the order of the steps
   */
  abstract double[][] coefficients(double[][] products);

  /** Whether it can be laid through so many points. */
  boolean takes(int points) {
    return points > AXES;
  }

  /** The rule, for messages. */
  String rule() {
    return "must name at least two steps before the one that is measured, for three points span a plane";
  }

  /** The inner products of differences from the mean. */
  static double[][] centred(double[][] products) {
    int n = products.length;
    double[] means = new double[n];
    double mean = 0;
    for (int i = 0; i < n; i++) {
      for (int j = 0; j < n; j++) {
        means[i] += products[i][j] / n;
      }
      mean += means[i] / n;
    }
    double[][] centred = new double[n][n];
    for (int i = 0; i < n; i++) {
      for (int j = 0; j < n; j++) {
        centred[i][j] = products[i][j] - means[i] - means[j] + mean;
      }
    }
    return centred;
  }

  private static double[] scaled(double[] values, double by) {
    double[] scaled = values.clone();
    for (int i = 0; i < scaled.length; i++) {
      scaled[i] *= by;
    }
    return scaled;
  }
}
