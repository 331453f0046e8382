package org.normscape.norm.weight;

import org.normscape.ir.Shape;
import org.normscape.nn.initialization.Initializer;
import org.normscape.random.RandomStream;

/**
 * One of the first pair of singular vectors of weights as they start, by 15 power iterations from
 * normal numbers, which are drawn behind those of the weights.
 *
 * @param weights how the weights start
 * @param shape the shape of the weights
 * @param side which of the two
 */
record SingularVector(Initializer weights, Shape shape, Side side) implements Initializer {

  private static final int ITERATIONS = 15;

  /** The two sides of a matrix {@code [fan-in, out]}. */
  enum Side {
    OUTPUT,
    INPUT
  }

  @Override
  public double[] values(Shape vector, RandomStream random) {
    double[] w = weights.values(shape, random);
    double[] u = random.normal(shape.dim(-1), 1);
    double[] v = new double[w.length / u.length];
    for (int i = 0; i < ITERATIONS; i++) {
      v = unit(timesOutput(w, u));
      u = unit(timesInput(w, v, u.length));
    }
    return side == Side.OUTPUT ? u : v;
  }

  private static double[] timesOutput(double[] w, double[] u) {
    double[] product = new double[w.length / u.length];
    for (int i = 0; i < w.length; i++) {
      product[i / u.length] += w[i] * u[i % u.length];
    }
    return product;
  }

  private static double[] timesInput(double[] w, double[] v, int features) {
    double[] product = new double[features];
    for (int i = 0; i < w.length; i++) {
      product[i % features] += w[i] * v[i / features];
    }
    return product;
  }

  private double[] unit(double[] vector) {
    double squares = 0;
    for (double element : vector) {
      squares += element * element;
    }
    if (!(squares > 0)) {
      throw new IllegalArgumentException(
          "SpectralNorm: the largest singular value of the weights must be above 0, but they start as %s. To fix: let weights start from a distribution."
              .formatted(weights));
    }
    for (int i = 0; i < vector.length; i++) {
      vector[i] /= Math.sqrt(squares);
    }
    return vector;
  }
}
