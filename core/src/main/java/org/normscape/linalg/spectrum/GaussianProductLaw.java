package org.normscape.linalg.spectrum;

import org.normscape.component.Components;

/**
 * The law of the singular values of a product of M large square matrices of independent normal
 * numbers, each of N by N with variance 1/N (Fuss–Catalan; Bjorck et al., NeurIPS 2018, Theorem 1).
 * Their squares x have the density
 *
 * <pre>
 *   ρ(x) = sin((M+1)φ) sin φ / (π x sin Mφ)      x = sin^{M+1}((M+1)φ) / (sin φ sin^M Mφ)
 * </pre>
 *
 * <p>with φ from 0, where x is {@code (M+1)^{M+1}/M^M}, to {@code π/(M+1)}, where it is 0.
 *
 * @param matrices how many matrices M
 */
public record GaussianProductLaw(int matrices) {

  private static final int PARTS = 4000;
  private static final int HALVINGS = 60;

  public GaussianProductLaw {
    Components.count(GaussianProductLaw.class, "matrices", matrices);
  }

  /** The largest singular value. */
  public double largest() {
    double m = matrices;
    return Math.sqrt(StrictMath.pow(1 + 1 / m, m) * (m + 1));
  }

  /** The density of singular values, not of their squares, at one; 0 outside. */
  public double density(double singularValue) {
    if (singularValue <= 0 || singularValue >= largest()) {
      return 0;
    }
    double phi = angle(singularValue);
    return 2 * sines(phi) / (Math.PI * singularValue);
  }

  /** The share of singular values that are at most as large. */
  public double share(double singularValue) {
    if (singularValue <= 0) {
      return 0;
    }
    if (singularValue >= largest()) {
      return 1;
    }
    return integral(angle(singularValue), last());
  }

  /** The angle to which a singular value belongs: they fall as it grows. */
  private double angle(double singularValue) {
    double wanted = 2 * StrictMath.log(singularValue);
    double low = 0;
    double high = last();
    for (int i = 0; i < HALVINGS; i++) {
      double middle = (low + high) / 2;
      if (logarithm(middle) > wanted) {
        low = middle;
      } else {
        high = middle;
      }
    }
    return (low + high) / 2;
  }

  private double last() {
    return Math.PI / (matrices + 1);
  }

  /** {@code ln x}. */
  private double logarithm(double phi) {
    return (matrices + 1) * StrictMath.log(StrictMath.sin((matrices + 1) * phi))
        - StrictMath.log(StrictMath.sin(phi))
        - matrices * StrictMath.log(StrictMath.sin(matrices * phi));
  }

  /** {@code π x ρ}. */
  private double sines(double phi) {
    return StrictMath.sin((matrices + 1) * phi)
        * StrictMath.sin(phi)
        / StrictMath.sin(matrices * phi);
  }

  /** {@code ρ |dx/dφ|}, which is smooth. */
  private double slope(double phi) {
    double m = matrices;
    double turn =
        (m + 1) * (m + 1) / StrictMath.tan((m + 1) * phi)
            - 1 / StrictMath.tan(phi)
            - m * m / StrictMath.tan(m * phi);
    return sines(phi) * Math.abs(turn) / Math.PI;
  }

  /** By the rule of midpoints: at both ends the parts of the slope are not finite. */
  private double integral(double from, double to) {
    double width = (to - from) / PARTS;
    double sum = 0;
    for (int i = 0; i < PARTS; i++) {
      sum += slope(from + (i + 0.5) * width);
    }
    return sum * width;
  }
}
