package org.normscape.linalg.trace;

import org.normscape.backend.Array;
import org.normscape.linalg.VectorSpace;
import org.normscape.params.Owner;
import org.normscape.params.Parameters;

/** The sums of {@code v ⊙ Hv} and of its squares, kept on the device. */
final class DiagonalSums {

  private final VectorSpace space;
  private Parameters<Array> sum = Parameters.none();
  private Parameters<Array> squares = Parameters.none();

  DiagonalSums(VectorSpace space) {
    this.space = space;
  }

  void add(Parameters<Array> v, Parameters<Array> product) {
    try (Owner step = new Owner()) {
      Parameters<Array> sample = space.product(v, product);
      Parameters<Array> square = space.product(sample, sample);
      if (sum.size() == 0) {
        sum = sample;
        squares = square;
      } else {
        sum = space.plus(step.own(sum), 1, step.own(sample));
        squares = space.plus(step.own(squares), 1, step.own(square));
      }
    }
  }

  /** The mean and its standard errors; the sums are used up. */
  DiagonalEstimate estimate(int samples, Owner owner) {
    try (Owner step = new Owner()) {
      Parameters<Array> mean = owner.own(space.scaled(1.0 / samples, step.own(sum)));
      Parameters<double[]> means = mean.map(Array::toDoubles);
      Parameters<double[]> errors =
          step.own(squares)
              .map(Array::toDoubles)
              .zip(means, (square, m) -> errors(square, m, samples));
      return new DiagonalEstimate(mean, errors, samples);
    }
  }

  private static double[] errors(double[] squares, double[] means, int samples) {
    double[] errors = new double[squares.length];
    for (int i = 0; i < errors.length; i++) {
      double around = Math.max(0, squares[i] - samples * means[i] * means[i]);
      errors[i] = Math.sqrt(around / (samples - 1) / samples);
    }
    return errors;
  }
}
