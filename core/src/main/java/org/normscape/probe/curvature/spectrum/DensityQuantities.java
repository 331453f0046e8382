package org.normscape.probe.curvature.spectrum;

import org.normscape.probe.Agreement;
import org.normscape.probe.Quantity;
import org.normscape.probe.Units;
import org.normscape.probe.curvature.CurvatureMatrix;
import org.normscape.probe.curvature.CurvatureQuantities;

/**
 * What is reported of the density of a spectrum.
 *
 * @param declared how quantities of the matrix are declared
 */
record DensityQuantities(CurvatureQuantities declared) {

  /** The axis of a spectral density. */
  static final Quantity EIGENVALUE =
      Quantity.of(
              "eigenvalue",
              "eigenvalue",
              "λ",
              Units.CURVATURE,
              "A place on the axis of eigenvalues.")
          .agreeing(CurvatureQuantities.ITERATED);

  /** The axis of the spectral density of magnitudes. */
  static final Quantity LOG_MAGNITUDE =
      Quantity.of(
              "log_eigenvalue_magnitude",
              "magnitude of the eigenvalue",
              "log₁₀|λ|",
              Units.ONE,
              "A place on the axis of the decimal logarithms of the magnitudes of eigenvalues.")
          .agreeing(CurvatureQuantities.ITERATED);

  /** Those of one matrix. */
  DensityQuantities(CurvatureMatrix matrix) {
    this(new CurvatureQuantities(matrix));
  }

  Quantity density() {
    return declared
        .of(
            "spectral_density",
            "spectral density of the %s",
            "ρ(λ)",
            "parameter²/loss",
            "The share of the eigenvalues of the %s for each unit of λ, by stochastic Lanczos quadrature; each eigenvalue is widened to a normal distribution.")
        .from("Ghorbani, Krishnan and Xiao (ICML 2019)")
        .along(EIGENVALUE)
        .agreeing(Agreement.UNJUDGED);
  }

  Quantity densityError() {
    return declared
        .error("spectral_density", "spectral density of the %s", "parameter²/loss")
        .along(EIGENVALUE);
  }

  Quantity logDensity() {
    return declared
        .of(
            "log_spectral_density",
            "spectral density of the magnitudes of the %s",
            "ρ(log₁₀|λ|)",
            Units.ONE,
            "The share of the eigenvalues of the %s for each factor of ten of |λ|, by stochastic Lanczos quadrature; each is widened to a normal distribution. The first place stands for all that are rounding beside the largest.")
        .from("Papyan (2020)")
        .along(LOG_MAGNITUDE)
        .agreeing(Agreement.UNJUDGED);
  }

  Quantity logDensityError() {
    return declared
        .error("log_spectral_density", "spectral density of the magnitudes of the %s", Units.ONE)
        .along(LOG_MAGNITUDE);
  }

  Quantity densityProducts() {
    return declared.products("spectral_density", "the spectral density");
  }
}
