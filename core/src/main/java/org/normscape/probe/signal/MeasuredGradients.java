package org.normscape.probe.signal;

import java.util.ArrayList;
import java.util.List;
import org.normscape.probe.Measurement;
import org.normscape.probe.Reading;

/**
 * What {@link ExampleGradients} measured at one point.
 *
 * @param gradients the inner products of the gradients of the examples
 * @param batch the number b of examples in a batch
 * @param population the number N of examples that batches are drawn from, without replacement; 0
 *     where they are drawn with it
 * @param learningRate that of the step
 */
public record MeasuredGradients(
    InnerProducts gradients, int batch, int population, double learningRate)
    implements Measurement {

  /** {@code E‖gᵢ − ∇L‖²} over all examples: unbiased, from those that were looked at. */
  public double variance() {
    double k = gradients.size();
    return gradients.meanSquare() * (1 - gradients.agreement()) * k / (k - 1);
  }

  /** {@code ‖∇L‖²}: unbiased; may come out negative. */
  public double squaredMean() {
    return gradients.meanSquare() - variance();
  }

  /** {@code E‖g_B − ∇L‖²} over batches B. */
  public double batchVariance() {
    double factor =
        population == 0 ? 1.0 / batch : (population - batch) / (batch * (population - 1.0));
    return factor * variance();
  }

  @Override
  public List<Reading> readings() {
    List<Reading> readings = new ArrayList<>();
    readings.add(Reading.of(NoiseQuantities.SMALLEST, gradients.smallestCosine()));
    readings.add(Reading.of(NoiseQuantities.MEAN, gradients.meanCosine()));
    readings.add(Reading.of(NoiseQuantities.AGREEMENT, gradients.agreement()));
    readings.add(Reading.of(NoiseQuantities.VARIANCE, variance()));
    readings.add(Reading.of(NoiseQuantities.BATCH_VARIANCE, batchVariance()));
    readings.add(
        Reading.of(NoiseQuantities.STEP_VARIANCE, learningRate * learningRate * batchVariance()));
    readings.add(Reading.of(NoiseQuantities.SCALE, variance() / squaredMean()));
    return List.copyOf(readings);
  }
}
