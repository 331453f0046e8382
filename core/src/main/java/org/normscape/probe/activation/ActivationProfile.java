package org.normscape.probe.activation;

import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleFunction;
import java.util.stream.Stream;
import org.normscape.nn.Statistics;
import org.normscape.params.Parameters;
import org.normscape.probe.Measurement;
import org.normscape.probe.Quantity;
import org.normscape.probe.Reading;

/**
 * What {@link ActivationStatistics} measured at one point.
 *
 * @param activations one for each path that was measured, in the order in which data flows
 * @param statistics which statistics normalizations used
 */
public record ActivationProfile(Parameters<Moments> activations, Statistics statistics)
    implements Measurement {

  /**
   * What was measured of one activation.
   *
   * @param mean its mean over all elements
   * @param deviation its standard deviation, the root of the biased variance
   * @param gradientNorm {@code ‖∂L/∂a‖₂}
   */
  public record Moments(double mean, double deviation, double gradientNorm) {}

  @Override
  public List<Reading> readings() {
    return Stream.of(
            each(ActivationQuantities.MEAN, Moments::mean),
            each(ActivationQuantities.DEVIATION, Moments::deviation),
            each(ActivationQuantities.GRADIENT_NORM, Moments::gradientNorm))
        .flatMap(readings -> readings)
        .toList();
  }

  private Stream<Reading> each(Quantity quantity, ToDoubleFunction<Moments> value) {
    return activations.byPath().entrySet().stream()
        .map(
            (Map.Entry<String, Moments> at) ->
                Reading.of(quantity, at.getKey(), value.applyAsDouble(at.getValue())));
  }
}
