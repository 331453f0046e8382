package org.normscape.probe;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.normscape.backend.Numerics;
import org.normscape.ir.DType;
import org.normscape.ir.Shape;
import org.normscape.nn.Dense;
import org.normscape.nn.Layer;
import org.normscape.nn.LossReduction;
import org.normscape.nn.Residual;
import org.normscape.nn.Sequential;
import org.normscape.nn.SoftmaxCrossEntropy;
import org.normscape.nn.activation.Tanh;
import org.normscape.norm.BatchNorm;
import org.normscape.objective.NetworkObjective;
import org.normscape.objective.Objective;
import org.normscape.optim.Descent;
import org.normscape.optim.Sgd;
import org.normscape.params.Parameters;
import org.normscape.random.RandomStream;

/**
 * Every probe there is, with its defaults, on a network with batch normalization and a residual
 * block.
 */
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
    Objective objective = objective(numerics.dtype());
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

  private static Objective objective(DType dtype) {
    Layer branch =
        new Sequential(Parameters.<Layer>of("dense", Dense.of(4)).and("tanh", new Tanh()));
    return new NetworkObjective(
        new Sequential(
            Parameters.<Layer>of("dense1", Dense.of(4))
                .and("norm1", new BatchNorm())
                .and("tanh1", new Tanh())
                .and("block", Residual.of(branch))
                .and("dense2", Dense.of(3))),
        new SoftmaxCrossEntropy(LossReduction.MEAN),
        Shape.of(5, 3),
        dtype);
  }
}
