package org.normscape.probe;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.normscape.backend.Numerics;
import org.normscape.norm.BatchNorm;
import org.normscape.objective.Objective;
import org.normscape.optim.Descent;
import org.normscape.optim.Sgd;
import org.normscape.params.Parameters;
import org.normscape.random.RandomStream;

/** Every probe there is, with its defaults, on a network with batch normalization. */
class EveryProbeTest {

  @TestFactory
  Stream<DynamicTest> itMeasuresWhatItDeclaresAndChangesNothing() {
    return ProbesTest.probes().stream()
        .flatMap(
            probe ->
                Stream.of(Numerics.values())
                    .map(
                        numerics ->
                            DynamicTest.dynamicTest(
                                probe.getClass().getSimpleName() + " " + numerics,
                                () -> assertMeasures(probe, numerics))));
  }

  private static void assertMeasures(Probe probe, Numerics numerics) {
    try (Trial trial = trial(numerics)) {
      List<Reading> readings = trial.measure(probe).readings();
      assertThat(readings).isNotEmpty();
      assertThat(readings)
          .extracting(Reading::quantity)
          .allSatisfy(quantity -> assertThat(probe.quantities()).contains(quantity));
      assertThat(trial.measure(probe).readings()).isEqualTo(readings);
    }
  }

  private static Trial trial(Numerics numerics) {
    Objective objective = PlainNetwork.objective(new BatchNorm(), numerics.dtype());
    Parameters<double[]> point =
        objective
            .parameters()
            .map(
                spec -> RandomStream.of(2, spec.shape().toString()).normal(spec.shape().size(), 1));
    return new Trial(
        numerics,
        objective,
        new Descent(new Sgd(), Trial.RATE),
        point,
        Parameters.none(),
        PlainNetwork.batch(),
        PlainNetwork.batch());
  }
}
