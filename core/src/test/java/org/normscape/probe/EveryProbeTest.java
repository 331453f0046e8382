package org.normscape.probe;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.normscape.backend.Numerics;
import org.normscape.ir.DType;
import org.normscape.ir.Shape;
import org.normscape.nn.Dense;
import org.normscape.nn.Layer;
import org.normscape.nn.Residual;
import org.normscape.nn.Sequential;
import org.normscape.nn.activation.Tanh;
import org.normscape.nn.loss.LossReduction;
import org.normscape.nn.loss.SoftmaxCrossEntropy;
import org.normscape.norm.BatchNorm;
import org.normscape.objective.NetworkObjective;
import org.normscape.objective.Objective;
import org.normscape.optim.Descent;
import org.normscape.optim.Sgd;
import org.normscape.params.Parameters;
import org.normscape.probe.activation.MomentsAlongUpdate;
import org.normscape.probe.distribution.DistributionShift;
import org.normscape.probe.line.Line;
import org.normscape.probe.sharpness.CriticalSharpness;
import org.normscape.probe.shift.ConsecutiveGradients;
import org.normscape.probe.shift.CovariateShift;
import org.normscape.random.RandomStream;

/**
 * Every probe there is, with its defaults, on a network with batch normalization and a residual
 * block.
 */
class EveryProbeTest {

  /** Another batch for the network. */
  private static final Parameters<double[]> OTHER =
      Parameters.of("input", RandomStream.of(8, "other").normal(15, 1))
          .and("target", new double[] {1, 1, 2, 0, 2});

  /** What a shift is from is remembered: at first there is none, on any batch. */
  private static final Set<Class<?>> NOTHING_AT_FIRST = Set.of(DistributionShift.class);

  private static final Set<Class<?>> ALONG_THE_UPDATE =
      Set.of(
          CovariateShift.class,
          ConsecutiveGradients.class,
          MomentsAlongUpdate.class,
          Line.class,
          CriticalSharpness.class);

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

  /**
   * Told to measure on a fresh batch, a probe finds what it finds where this is the batch of the
   * step. Only where it looks along the update, which stays that of the step, it finds something of
   * its own.
   */
  @TestFactory
  Stream<DynamicTest> onAFreshBatchItMeasuresThatBatch() {
    return ProbesTest.probes().stream()
        .filter(BatchProbe.class::isInstance)
        .map(
            probe ->
                DynamicTest.dynamicTest(
                    probe.getClass().getSimpleName(),
                    () -> assertMeasuresFreshBatch(probe, (Probe) onFreshBatch((Record) probe))));
  }

  private static void assertMeasuresFreshBatch(Probe onStep, Probe onFresh) {
    assertThat(onFresh.needs()).isEmpty();
    try (Trial onOther = trial(Numerics.PRECISE, OTHER, OTHER);
        Trial trial = trial(Numerics.PRECISE, PlainNetwork.batch(), OTHER)) {
      List<Reading> found = trial.measure(onFresh).readings();
      assertThat(found.equals(trial.measure(onStep).readings()))
          .isEqualTo(NOTHING_AT_FIRST.contains(onStep.getClass()));
      assertThat(found.equals(onOther.measure(onStep).readings()))
          .isEqualTo(!ALONG_THE_UPDATE.contains(onStep.getClass()));
    }
  }

  /** The same record, and the records in it, with another batch. */
  private static Object onFreshBatch(Record record) throws ReflectiveOperationException {
    List<Class<?>> types = new ArrayList<>();
    List<Object> values = new ArrayList<>();
    for (RecordComponent component : record.getClass().getRecordComponents()) {
      Object value = component.getAccessor().invoke(record);
      types.add(component.getType());
      values.add(
          switch (component.getType().getSimpleName()) {
            case "ProbedBatch" -> ProbedBatch.FRESH;
            case "ProbedLoss" -> onFreshBatch((Record) value);
            default -> value;
          });
    }
    return record
        .getClass()
        .getConstructor(types.toArray(Class<?>[]::new))
        .newInstance(values.toArray());
  }

  private static void assertMeasures(Probe probe, Numerics numerics) {
    try (Trial trial = trial(numerics, PlainNetwork.batch(), PlainNetwork.batch())) {
      List<Reading> readings = trial.measure(probe).readings();
      assertThat(readings).isNotEmpty();
      assertThat(readings)
          .extracting(Reading::quantity)
          .allSatisfy(quantity -> assertThat(probe.quantities()).contains(quantity));
      assertThat(trial.measure(probe).readings()).isEqualTo(readings);
    }
  }

  private static Trial trial(
      Numerics numerics, Parameters<double[]> batch, Parameters<double[]> fresh) {
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
        batch,
        fresh);
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
