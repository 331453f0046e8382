package org.normscape.probe.shift;

import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleFunction;
import java.util.stream.Stream;
import org.normscape.linalg.Comparison.Compared;
import org.normscape.params.Parameters;
import org.normscape.probe.Measurement;
import org.normscape.probe.Quantity;
import org.normscape.probe.Reading;

/**
 * What {@link CovariateShift} measured at one point.
 *
 * @param layers G compared with G′, by the paths of the layers, in order
 */
public record GradientShift(Parameters<Compared> layers) implements Measurement {

  @Override
  public List<Reading> readings() {
    return Stream.of(
            each(ShiftQuantities.SHIFT, Compared::difference),
            each(ShiftQuantities.COSINE, Compared::cosine),
            each(ShiftQuantities.RELATIVE, Compared::relativeDifference))
        .flatMap(readings -> readings)
        .toList();
  }

  private Stream<Reading> each(Quantity quantity, ToDoubleFunction<Compared> value) {
    return layers.byPath().entrySet().stream()
        .map(
            (Map.Entry<String, Compared> at) ->
                Reading.of(quantity, at.getKey(), value.applyAsDouble(at.getValue())));
  }
}
