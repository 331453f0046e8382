package org.normscape.probe.curvature;

import org.normscape.probe.Agreement;
import org.normscape.probe.Quantity;
import org.normscape.probe.Units;

/**
 * How probes of curvature declare what they report of a matrix. Names start with that of the
 * matrix, so that those of two matrices can stand in one run.
 *
 * @param matrix which one
 */
public record CurvatureQuantities(CurvatureMatrix matrix) {

  /** How backends agree on what an iteration finds. */
  public static final Agreement ITERATED =
      Agreement.relative(
          1e-6,
          2e-2,
          1e-1,
          "an iteration that ends at a tolerance; set by what it asks for, not by what was seen");

  /** How backends agree on one product. */
  public static final Agreement PRODUCT =
      Agreement.relative(
          1e-8, 1e-2, 1e-1, "one product of second derivatives, which a unit of a relu changes");

  /** The place of an eigenvalue among all. */
  public static final Quantity INDEX =
      Quantity.of(
          "eigenvalue_index",
          "index of the eigenvalue",
          "i",
          Units.ONE,
          "The place of an eigenvalue among all: 1 is the largest, 2 the second largest; −1 is the smallest, −2 the second smallest.");

  /** The bound of stability of gradient descent. */
  public static final Quantity STABILITY_THRESHOLD =
      Quantity.of(
              "stability_threshold",
              "bound of stability",
              "2/η",
              Units.CURVATURE,
              "Two over the learning rate η of the step: gradient descent without momentum on a quadratic loss diverges along every eigenvector whose eigenvalue is larger.")
          .from("Cohen et al. (ICLR 2021), section 2");

  /** The i-th eigenvalue. */
  public Quantity eigenvalue() {
    return of(
            "eigenvalue",
            "eigenvalue of the %s",
            "λᵢ",
            Units.CURVATURE,
            "The i-th eigenvalue of the %s, as the Lanczos process with full reorthogonalization found it within the products it was allowed.")
        .along(INDEX)
        .agreeing(ITERATED);
  }

  /**
   * How many products something takes.
   *
   * @param name the name of what is sought, without that of the matrix
   * @param what the same in words
   */
  public Quantity products(String name, String what) {
    return of(
            name + "_products",
            "products with the %s for " + what,
            "",
            Units.ONE,
            "How often the %s was multiplied with a vector to find " + what + ".")
        .agreeing(Agreement.UNJUDGED);
  }

  /**
   * The standard error of an estimate.
   *
   * @param name the name of the estimate, without that of the matrix
   * @param label the same in words, with a place for the matrix
   */
  public Quantity error(String name, String label, String unit) {
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

  /**
   * A quantity of the matrix.
   *
   * @param name its name, without that of the matrix
   * @param label its title, with a place for the matrix
   * @param definition what it is, with a place for the matrix
   */
  public Quantity of(String name, String label, String symbol, String unit, String definition) {
    return Quantity.of(
        matrix.prefix() + "_" + name,
        label.formatted(title()),
        symbol,
        unit,
        definition.formatted(title()));
  }

  /** The matrix in words. */
  public String title() {
    return matrix.title();
  }
}
