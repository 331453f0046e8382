package org.normscape.norm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.ServiceLoader;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.normscape.backend.Array;
import org.normscape.backend.Backend;
import org.normscape.check.Numbers;
import org.normscape.component.Name;
import org.normscape.ir.DType;
import org.normscape.ir.Shape;
import org.normscape.model.FeedForward;
import org.normscape.nn.Conv2d;
import org.normscape.nn.Statistics;
import org.normscape.nn.activation.Tanh;
import org.normscape.nn.loss.LossReduction;
import org.normscape.nn.loss.SoftmaxCrossEntropy;
import org.normscape.objective.Arguments;
import org.normscape.objective.FrozenInputs;
import org.normscape.objective.NetworkObjective;
import org.normscape.objective.Objective;
import org.normscape.objective.Point;
import org.normscape.params.NamedProgram;
import org.normscape.params.Owner;
import org.normscape.params.Parameters;
import org.normscape.random.RandomStream;
import org.normscape.reference.ReferenceBackend;

/**
 * Every normalization there is, with its defaults: its backward pass is the derivative of its
 * forward pass, as differences of the loss of a network say, or it says that it holds values
 * constant, and is the derivative of the function in which they are.
 */
class BackwardPassesTest {

  private static final Shape EXAMPLES = Shape.of(32, 2, 2, 2);
  private static final double STEP = 1e-6;

  private static Stream<Normalization> all() {
    return ServiceLoader.load(Normalization.class).stream().map(ServiceLoader.Provider::get);
  }

  private static Objective objective(Normalization normalization) {
    return new NetworkObjective(
        new FeedForward(List.of(Conv2d.of(32, 3), new Tanh()))
            .network(new NormalizationScheme(normalization), 3),
        new SoftmaxCrossEntropy(LossReduction.MEAN),
        EXAMPLES,
        DType.FLOAT64);
  }

  @Test
  void theseHoldValuesConstant() {
    Set<String> holding =
        all()
            .filter(it -> objective(it).frozen().size() > 0)
            .map(it -> Name.of(it.getClass()))
            .collect(Collectors.toSet());
    assertThat(holding)
        .containsExactlyInAnyOrder(
            "ada-norm", "batch-renorm", "frozen-batch-norm", "sigma-reparam", "spectral-norm");
  }

  @TestFactory
  Stream<DynamicTest> gradientsAreThoseOfDifferences() {
    return all()
        .map(
            normalization ->
                DynamicTest.dynamicTest(
                    Name.of(normalization.getClass()), () -> check(objective(normalization))));
  }

  private static void check(Objective objective) {
    Parameters<double[]> at = arguments(objective);
    FrozenInputs held = new FrozenInputs(objective);
    Parameters<double[]> frozen = Numbers.run(held.values(Statistics.BATCH), at);
    NamedProgram program = held.lossAndGradient(Statistics.BATCH);
    Parameters<double[]> there = at.and(frozen.within("batch"));
    Parameters<double[]> direction =
        at.under("parameters").map(x -> RandomStream.of(3, "way" + x.length).normal(x.length, 1));
    double slope = dot(Numbers.run(program, there).under("gradient"), direction);
    double ahead = loss(program, there, direction, STEP);
    double behind = loss(program, there, direction, -STEP);
    assertThat((ahead - behind) / (2 * STEP))
        .isCloseTo(slope, within(1e-7 * (1 + Math.abs(slope))));
    assertThat(Math.abs(slope)).as("something flows").isGreaterThan(1e-3);
  }

  /** Near the start, so that no shift is 0 and no scale 1, on as many examples as a ghost has. */
  private static Parameters<double[]> arguments(Objective objective) {
    try (Backend backend = new ReferenceBackend();
        Owner owner = new Owner()) {
      Point<Array> start = owner.own(objective.initialPoint(backend, 1));
      Parameters<double[]> near =
          start
              .parameters()
              .map(Array::toDoubles)
              .map(x -> moved(x, RandomStream.of(2, "near" + x.length).normal(x.length, 1), 0.1));
      Parameters<double[]> batch =
          Parameters.of("input", RandomStream.of(4, "input").normal(EXAMPLES.size(), 1))
              .and("target", IntStream.range(0, 32).mapToDouble(i -> i % 3).toArray())
              .and(owner.own(objective.drawNoise(backend, 1, 0)).map(Array::toDoubles));
      return new Arguments<>(new Point<>(near, start.state().map(Array::toDoubles)), batch).named();
    }
  }

  private static double loss(
      NamedProgram program, Parameters<double[]> at, Parameters<double[]> direction, double by) {
    Parameters<double[]> there =
        at.under("parameters").zip(direction, (x, d) -> moved(x, d, by)).within("parameters");
    return Numbers.run(program, at.replacedBy(there)).get("loss")[0];
  }

  private static double[] moved(double[] x, double[] d, double by) {
    return IntStream.range(0, x.length).mapToDouble(i -> x[i] + by * d[i]).toArray();
  }

  private static double dot(Parameters<double[]> x, Parameters<double[]> y) {
    return x
        .zip(y, (a, b) -> IntStream.range(0, a.length).mapToDouble(i -> a[i] * b[i]).sum())
        .values()
        .stream()
        .mapToDouble(sum -> sum)
        .sum();
  }
}
