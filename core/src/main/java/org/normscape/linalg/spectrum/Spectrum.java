package org.normscape.linalg.spectrum;

import java.util.List;
import java.util.function.DoubleUnaryOperator;
import org.normscape.linalg.trace.Estimate;

/**
 * What is known of the eigenvalues of a symmetric operator from quadrature rules: the mean of a
 * function over them. The more slowly a function varies, the fewer iterations it takes.
 *
 * @param rules one for each random vector
 * @param products how often the operator was applied
 */
public record Spectrum(List<Rule> rules, int products) {

  private static final double ROOT_OF_TWO_PI = 2.5066282746310002;

  public Spectrum {
    rules = List.copyOf(rules);
  }

  /**
   * A quadrature rule for the distribution of eigenvalues, as one random vector sees them.
   *
   * @param nodes approximate eigenvalues, descending
   * @param weights how much of the distribution stands for each; they add up to 1
   */
  public record Rule(List<Double> nodes, List<Double> weights) {

    public Rule {
      nodes = List.copyOf(nodes);
      weights = List.copyOf(weights);
    }

    private double mean(DoubleUnaryOperator function) {
      double sum = 0;
      for (int i = 0; i < nodes.size(); i++) {
        sum += weights.get(i) * function.applyAsDouble(nodes.get(i));
      }
      return sum;
    }
  }

  /** The mean of a function over all eigenvalues, {@code tr f(H) / n}. */
  public Estimate mean(DoubleUnaryOperator function) {
    return Estimate.of(rules.stream().mapToDouble(rule -> rule.mean(function)).toArray(), products);
  }

  /** The largest node: at most the largest eigenvalue, but for rounding. */
  public double largest() {
    return rules.stream().mapToDouble(rule -> rule.nodes.get(0)).max().orElseThrow();
  }

  /** The smallest node: at least the smallest eigenvalue, but for rounding. */
  public double smallest() {
    return rules.stream()
        .mapToDouble(rule -> rule.nodes.get(rule.nodes.size() - 1))
        .min()
        .orElseThrow();
  }

  /** The largest magnitude among the nodes. */
  public double magnitude() {
    return Math.max(Math.abs(largest()), Math.abs(smallest()));
  }

  /**
   * The density of the eigenvalues at x, each widened to a normal distribution.
   *
   * @param width its standard deviation
   */
  public Estimate density(double x, double width) {
    return mean(node -> normal(x - node, width));
  }

  /**
   * The density of {@code log10|λ|} at x, each widened to a normal distribution.
   *
   * @param width its standard deviation
   * @param floor magnitudes below count as this one: in a product they are rounding
   */
  public Estimate logDensity(double x, double width, double floor) {
    return mean(node -> normal(x - StrictMath.log10(Math.max(Math.abs(node), floor)), width));
  }

  private static double normal(double distance, double width) {
    double z = distance / width;
    return StrictMath.exp(-z * z / 2) / (ROOT_OF_TWO_PI * width);
  }
}
