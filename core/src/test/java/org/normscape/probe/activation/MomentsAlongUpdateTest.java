package org.normscape.probe.activation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.normscape.probe.PlainNetwork.along;
import static org.normscape.probe.PlainNetwork.gradient;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.normscape.params.Parameters;
import org.normscape.probe.PlainNetwork;
import org.normscape.probe.ProbedLoss;
import org.normscape.probe.Reading;
import org.normscape.probe.Trial;
import org.normscape.probe.direction.Gradient;
import org.normscape.probe.direction.StepDirection;
import org.normscape.probe.direction.Update;
import org.normscape.probe.grid.Listed;
import org.normscape.probe.when.AtStart;

class MomentsAlongUpdateTest {

  private static MomentsAlong measure(StepDirection direction) {
    try (Trial trial = PlainNetwork.trial(6)) {
      return (MomentsAlong)
          trial.measure(
              new MomentsAlongUpdate(
                  new AtStart(),
                  direction,
                  new Listed(List.of(0.0, 0.5, 3.0)),
                  "dense1",
                  Detail.EVERY_CHANNEL,
                  new ProbedLoss()));
    }
  }

  @Test
  void meansAlongTheGradientAreThoseOfPlainJava() {
    Parameters<double[]> point = PlainNetwork.point(6);
    MomentsAlong found = measure(new Gradient());
    for (MomentsAlong.Place place : found.places()) {
      Parameters<double[]> there = along(point, -Trial.RATE * place.share(), gradient(point));
      for (int unit = 0; unit < 4; unit++) {
        assertThat(place.activations().get("dense1").means().get(unit))
            .isCloseTo(mean(there, unit), within(1e-8));
      }
    }
    assertThat(found.readings()).hasSize(3 * (2 + 4 + 4));
    assertThat(found.readings().get(0).metric()).isEqualTo("channel_mean_largest_along/dense1");
  }

  private static double mean(Parameters<double[]> at, int unit) {
    double[] x = PlainNetwork.batch().get("input");
    double[] weight = at.get("dense1.weight");
    return at.get("dense1.bias")[unit]
        + IntStream.range(0, x.length).mapToDouble(i -> x[i] * weight[i % 3 * 4 + unit]).sum() / 5;
  }

  @Test
  void theUpdateOfGradientDescentIsTheStepDownTheGradient() {
    List<Reading> update = measure(new Update()).readings();
    List<Reading> gradient = measure(new Gradient()).readings();
    for (int i = 0; i < update.size(); i++) {
      assertThat(update.get(i).value()).isCloseTo(gradient.get(i).value(), within(1e-12));
    }
  }
}
