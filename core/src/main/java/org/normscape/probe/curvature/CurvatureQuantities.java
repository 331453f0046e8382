package org.normscape.probe.curvature;

import org.normscape.probe.Agreement;
import org.normscape.probe.Axes;
import org.normscape.probe.Quantity;
import org.normscape.probe.Statistic;
import org.normscape.probe.Units;

/**
 * What probes of curvature report of a matrix. Names start with that of the matrix, so that those
 * of two matrices can stand in one run.
 *
 * @param matrix which one
 */
record CurvatureQuantities(CurvatureMatrix matrix) {

  private static final Agreement ITERATED =
      Agreement.relative(
          1e-6,
          2e-2,
          1e-1,
          "an iteration that ends at a tolerance; set by what it asks for, not by what was seen");

  private static final Agreement PRODUCT =
      Agreement.relative(
          1e-8, 1e-2, 1e-1, "one product of second derivatives, which a unit of a relu changes");

  /** The place of an eigenvalue among all. */
  static final Quantity INDEX =
      Quantity.of(
          "eigenvalue_index",
          "index of the eigenvalue",
          "i",
          Units.ONE,
          "The place of an eigenvalue among all: 1 is the largest, 2 the second largest; −1 is the smallest, −2 the second smallest.");

  /** The axis of a spectral density. */
  static final Quantity EIGENVALUE =
      Quantity.of(
              "eigenvalue",
              "eigenvalue",
              "λ",
              Units.CURVATURE,
              "A place on the axis of eigenvalues.")
          .agreeing(ITERATED);

  /** The axis of the spectral density of magnitudes. */
  static final Quantity LOG_MAGNITUDE =
      Quantity.of(
              "log_eigenvalue_magnitude",
              "magnitude of the eigenvalue",
              "log₁₀|λ|",
              Units.ONE,
              "A place on the axis of the decimal logarithms of the magnitudes of eigenvalues.")
          .agreeing(ITERATED);

  /** The bound of stability of gradient descent. */
  static final Quantity STABILITY_THRESHOLD =
      Quantity.of(
              "stability_threshold",
              "bound of stability",
              "2/η",
              Units.CURVATURE,
              "Two over the learning rate η of the step: gradient descent without momentum on a quadratic loss diverges along every eigenvector whose eigenvalue is larger.")
          .from("Cohen et al. (ICLR 2021), section 2");

  Quantity eigenvalue() {
    return of(
            "eigenvalue",
            "eigenvalue of the %s",
            "λᵢ",
            Units.CURVATURE,
            "The i-th eigenvalue of the %s, as the Lanczos process with full reorthogonalization found it within the products it was allowed.")
        .along(INDEX)
        .agreeing(ITERATED);
  }

  Quantity residual() {
    return of(
            "eigenvalue_residual",
            "residual of the eigenvalue of the %s",
            "‖" + matrix.symbol() + "uᵢ − λᵢuᵢ‖₂",
            Units.CURVATURE,
            "The length of the product of the %s with the unit vector that was found, less the eigenvalue that was found times that vector: an eigenvalue is no further from it than this.")
        .along(INDEX)
        .agreeing(Agreement.UNJUDGED);
  }

  Quantity largestEigenvalue() {
    return of(
            "largest_eigenvalue",
            "largest eigenvalue of the %s",
            "λ₁",
            Units.CURVATURE,
            "The largest eigenvalue of the %s. For the Hessian of the loss it is called sharpness.")
        .from("Cohen et al. (ICLR 2021)")
        .summedUp(Statistic.MEDIAN, "largest eigenvalue of the %s, median".formatted(title()))
        .summedUp(Statistic.LAST, "largest eigenvalue of the %s, last".formatted(title()))
        .agreeing(ITERATED);
  }

  Quantity edgeRatio() {
    return of(
            "edge_ratio",
            "largest eigenvalue of the %s over the bound of stability",
            "λ₁η/2",
            Units.ONE,
            "The largest eigenvalue of the %s times half the learning rate η of the step: 1 is the edge of stability of gradient descent without momentum.")
        .from("Cohen et al. (ICLR 2021)")
        .summedUp(Statistic.MEDIAN, "λ₁η/2 of the %s, median".formatted(title()))
        .agreeing(ITERATED);
  }

  Quantity sphericalSharpness() {
    return of(
            "spherical_sharpness",
            "spherical sharpness by the %s",
            "‖w‖₂²λ₁",
            Units.LOSS,
            "The largest eigenvalue of the %s times the squared length of the parameters w that it has rows for. Where the loss does not change with the length of w, it does not either.")
        .from("Lyu, Li and Arora (NeurIPS 2022)")
        .summedUp(Statistic.LAST, "spherical sharpness by the %s, last".formatted(title()))
        .agreeing(ITERATED);
  }

  Quantity eigenvalueProducts() {
    return products("eigenvalue", "the largest and smallest eigenvalues");
  }

  Quantity trace() {
    return of(
            "trace",
            "trace of the %s",
            "tr " + matrix.symbol(),
            Units.CURVATURE,
            "The sum of all eigenvalues of the %s, estimated from products with random vectors that are drawn anew at each step.")
        .from("Hutchinson (1990); Meyer et al. (2021); Epperly, Tropp and Webber (2024)")
        .summedUp(Statistic.LAST, "trace of the %s, last".formatted(title()))
        .agreeing(ITERATED);
  }

  Quantity meanEigenvalue() {
    return of(
            "mean_eigenvalue",
            "mean eigenvalue of the %s",
            "tr " + matrix.symbol() + "/n",
            Units.CURVATURE,
            "The estimate of the trace of the %s over the number n of its rows.")
        .agreeing(ITERATED);
  }

  Quantity traceError() {
    return error("trace", "trace of the %s", Units.CURVATURE);
  }

  Quantity traceProducts() {
    return products("trace", "the trace");
  }

  Quantity density() {
    return of(
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
    return error("spectral_density", "spectral density of the %s", "parameter²/loss")
        .along(EIGENVALUE);
  }

  Quantity logDensity() {
    return of(
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
    return error("log_spectral_density", "spectral density of the magnitudes of the %s", Units.ONE)
        .along(LOG_MAGNITUDE);
  }

  Quantity densityProducts() {
    return products("spectral_density", "the spectral density");
  }

  Quantity gradientCurvature() {
    return of(
            "gradient_curvature",
            "curvature along the gradient by the %s",
            "gᵀ" + matrix.symbol() + "g/‖g‖₂²",
            Units.CURVATURE,
            "The second derivative along the gradient g of the loss on the batch of the step, by the %s: its product with g, along g, over the squared length of g.")
        .from("Andreyev and Beneventano (2025): the batch sharpness is its mean over batches")
        .summedUp(
            Statistic.MEDIAN, "curvature along the gradient by the %s, median".formatted(title()))
        .agreeing(PRODUCT);
  }

  Quantity gradientEdgeRatio() {
    return of(
            "gradient_edge_ratio",
            "curvature along the gradient over the bound of stability, by the %s",
            "gᵀ" + matrix.symbol() + "g η/(2‖g‖₂²)",
            Units.ONE,
            "The curvature along the gradient by the %s times half the learning rate η of the step: above 1, a step of gradient descent does not lower the quadratic model of the loss.")
        .agreeing(PRODUCT);
  }

  Quantity batchSharpness() {
    return of(
            "batch_sharpness",
            "batch sharpness by the %s",
            "E[gᵀ" + matrix.symbol() + "g/‖g‖₂²]",
            Units.CURVATURE,
            "The curvature of the loss of a batch along its own gradient g, by the %s of that batch, as a mean over batches that are drawn for this measurement alone.")
        .from("Andreyev and Beneventano (2025)")
        .summedUp(Statistic.MEDIAN, "batch sharpness by the %s, median".formatted(title()))
        .agreeing(PRODUCT);
  }

  Quantity batchSharpnessError() {
    return of(
            "batch_sharpness_error",
            "standard error of the batch sharpness by the %s",
            "",
            Units.CURVATURE,
            "The standard error of the mean over batches that is the batch sharpness by the %s.")
        .agreeing(Agreement.UNJUDGED);
  }

  Quantity batchEdgeRatio() {
    return of(
            "batch_edge_ratio",
            "batch sharpness over the bound of stability, by the %s",
            "E[gᵀ" + matrix.symbol() + "g/‖g‖₂²] η/2",
            Units.ONE,
            "The batch sharpness by the %s times half the learning rate η of the step: 1 is where it settles under stochastic gradient descent without momentum.")
        .from("Andreyev and Beneventano (2025)")
        .agreeing(PRODUCT);
  }

  Quantity blockTrace() {
    return of(
            "block_trace",
            "trace of a block of the %s",
            "tr " + matrix.symbol() + "ₗₗ",
            Units.CURVATURE,
            "The trace of the diagonal block that one parameter has in the %s, estimated from products with random vectors: over all parameters they add up to the trace.")
        .from("Hutchinson (1990)")
        .along(Axes.LAYER)
        .agreeing(Agreement.UNJUDGED);
  }

  Quantity blockTraceError() {
    return error("block_trace", "trace of a block of the %s", Units.CURVATURE).along(Axes.LAYER);
  }

  Quantity share() {
    return of(
            "gradient_share",
            "share of the gradient in the top eigenspace of the %s",
            "‖Uᵀg‖₂²/‖g‖₂²",
            Units.ONE,
            "How much of the squared length of the gradient g of the loss on the batch of the step lies in the span of the eigenvectors of the largest eigenvalues of the %s that were looked for.")
        .from("Gur-Ari, Roberts and Dyer (2018); Ghorbani, Krishnan and Xiao (ICML 2019)")
        .summedUp(
            Statistic.MEDIAN,
            "share of the gradient in the top eigenspace of the %s, median".formatted(title()))
        .agreeing(Agreement.OF_A_COSINE);
  }

  Quantity component() {
    return of(
            "gradient_component",
            "share of the gradient along an eigenvector of the %s",
            "(uᵢᵀg)²/‖g‖₂²",
            Units.ONE,
            "How much of the squared length of the gradient g lies along the eigenvector of the i-th eigenvalue of the %s. Where eigenvalues are close, their eigenvectors are anywhere in their common span.")
        .along(INDEX)
        .agreeing(Agreement.UNJUDGED);
  }

  Quantity shareProducts() {
    return products("gradient_share", "the top eigenspace");
  }

  private Quantity products(String name, String what) {
    return of(
            name + "_products",
            "products with the %s for " + what,
            "",
            Units.ONE,
            "How often the %s was multiplied with a vector to find " + what + ".")
        .agreeing(Agreement.UNJUDGED);
  }

  private Quantity error(String name, String label, String unit) {
    return of(
            name + "_error",
            "standard error of the " + label,
            "",
            unit,
            "The standard error of the estimate of the "
                + label
                + ": its standard deviation over random vectors. It says nothing of the choice of examples.")
        .agreeing(Agreement.UNJUDGED);
  }

  private Quantity of(String name, String label, String symbol, String unit, String definition) {
    return Quantity.of(
        matrix.prefix() + "_" + name,
        label.formatted(title()),
        symbol,
        unit,
        definition.formatted(title()));
  }

  private String title() {
    return matrix.title();
  }
}
