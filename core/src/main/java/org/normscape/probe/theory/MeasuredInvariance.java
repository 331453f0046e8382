package org.normscape.probe.theory;

import java.util.List;
import java.util.function.ToDoubleFunction;
import java.util.stream.Stream;
import org.normscape.params.Parameters;
import org.normscape.probe.Measurement;
import org.normscape.probe.Quantity;
import org.normscape.probe.Reading;

/**
 * What {@link ScaleInvariance} measured at one point.
 *
 * @param factor what weights were multiplied with
 * @param weights one for each, by path
 */
public record MeasuredInvariance(double factor, Parameters<Weight> weights) implements Measurement {

  /**
   * What was found of one weight.
   *
   * @param loss {@code L(W)}
   * @param scaledLoss {@code L(aW)}
   * @param gradient {@code ‖∇L(W)‖}
   * @param scaledGradient {@code ‖∇L(aW)‖}
   * @param cosine of the weight and its gradient
   */
  public record Weight(
      double loss, double scaledLoss, double gradient, double scaledGradient, double cosine) {}

  @Override
  public List<Reading> readings() {
    return Stream.of(
            each(
                InvarianceQuantities.LOSS,
                weight -> Math.abs(weight.scaledLoss() - weight.loss()) / Math.abs(weight.loss())),
            each(
                InvarianceQuantities.GRADIENT,
                weight -> factor * weight.scaledGradient() / weight.gradient()),
            each(InvarianceQuantities.COSINE, Weight::cosine))
        .flatMap(readings -> readings)
        .toList();
  }

  private Stream<Reading> each(Quantity quantity, ToDoubleFunction<Weight> value) {
    return weights.byPath().entrySet().stream()
        .map(at -> Reading.of(quantity, at.getKey(), value.applyAsDouble(at.getValue())));
  }
}
