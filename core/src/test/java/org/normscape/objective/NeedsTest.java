package org.normscape.objective;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.normscape.backend.Array;
import org.normscape.backend.Numerics;
import org.normscape.check.CountingBackend;
import org.normscape.check.Numbers;
import org.normscape.contract.cases.HeldScale;
import org.normscape.contract.cases.NoisyScale;
import org.normscape.ir.Contraction;
import org.normscape.ir.DType;
import org.normscape.ir.Shape;
import org.normscape.nn.Dense;
import org.normscape.nn.Sequential;
import org.normscape.nn.Statistics;
import org.normscape.nn.activation.Tanh;
import org.normscape.nn.loss.LossReduction;
import org.normscape.nn.loss.SoftmaxCrossEntropy;
import org.normscape.norm.BatchNorm;
import org.normscape.objective.Need.Part;
import org.normscape.optim.WeightDecay;
import org.normscape.params.NamedProgram;
import org.normscape.params.Owner;
import org.normscape.params.Parameters;
import org.normscape.reference.ReferenceBackend;

class NeedsTest {

  private static final Objective OBJECTIVE =
      new NetworkObjective(
          Sequential.of(
              Dense.of(4),
              new BatchNorm(),
              new NoisyScale(0.1),
              new HeldScale(),
              new Tanh(),
              Dense.of(3)),
          new SoftmaxCrossEntropy(LossReduction.MEAN),
          Shape.of(5, 2),
          DType.FLOAT64);
  private static final Variants VARIANTS = Variants.of(OBJECTIVE, new WeightDecay(0.3));
  private static final List<Need> NEEDS =
      List.of(
          Need.training(),
          Need.gradient(Penalty.EXCLUDED),
          new Need(
              Statistics.BATCH,
              Penalty.EXCLUDED,
              Set.of(Part.ACTIVATIONS, Part.ACTIVATION_GRADIENTS, Part.FROZEN)),
          new Need(Statistics.RUNNING, Penalty.EXCLUDED, Set.of(Part.ACTIVATIONS)),
          new Need(Statistics.BATCH_FROZEN_RUNNING, Penalty.INCLUDED, Set.of(Part.GRADIENT)),
          new Need(Statistics.RUNNING, Penalty.EXCLUDED, Set.of(Part.GRADIENT)),
          Need.loss(Statistics.RUNNING, Penalty.INCLUDED),
          Need.loss(Statistics.BATCH, Penalty.EXCLUDED));

  private final CountingBackend backend = new CountingBackend(new ReferenceBackend());
  private final Owner owner = new Owner();
  private final Point<Array> point = owner.own(OBJECTIVE.initialPoint(backend, 3));
  private final Parameters<Array> batch =
      owner.own(
          Parameters.of("input", OBJECTIVE.batch().get("input"))
              .map(type -> backend.array(type, Numbers.normal(type, "input")))
              .and("target", backend.array(OBJECTIVE.batch().get("target"), new int[5]))
              .and(OBJECTIVE.drawNoise(backend, 3, 0)));

  @AfterEach
  void close() {
    owner.close();
    assertThat(backend.open()).isZero();
  }

  private static Map<String, List<Double>> read(Found found, Need need) {
    Map<String, List<Double>> read = new LinkedHashMap<>();
    read.put("loss", List.of(found.loss()));
    found.metrics().byPath().forEach((name, value) -> read.put(name, List.of(value)));
    for (Part part : need.parts()) {
      Parameters<Array> arrays = part(found, part);
      arrays
          .byPath()
          .forEach(
              (path, a) -> read.put(part + path, Arrays.stream(a.toDoubles()).boxed().toList()));
    }
    return read;
  }

  private static Parameters<Array> part(Found found, Part part) {
    return switch (part) {
      case STATE -> found.state();
      case FROZEN -> found.frozen();
      case GRADIENT -> found.gradient();
      case ACTIVATIONS -> found.activations();
      case ACTIVATION_GRADIENTS -> found.activationGradients();
    };
  }

  private Map<String, List<Double>> found(List<Need> needs, Need need) {
    try (Finder finder = Needs.of(VARIANTS, needs).compile(backend, Numerics.PRECISE);
        Owner made = new Owner()) {
      return read(finder.find(point, batch, made).of(need), need);
    }
  }

  @Test
  void oneProgramFindsTheBitsOfMany() {
    for (Need need : NEEDS) {
      assertThat(found(NEEDS, need)).as("%s", need).isEqualTo(found(List.of(need), need));
    }
  }

  @Test
  void activationsAndTheirGradientsHaveOnePathEach() {
    try (Finder finder = Needs.of(VARIANTS, NEEDS).compile(backend, Numerics.PRECISE);
        Owner made = new Owner()) {
      Found found = finder.find(point, batch, made).of(NEEDS.get(2));
      assertThat(found.activations().paths()).containsExactly("0", "1", "2", "3", "4", "5");
      assertThat(found.activationGradients().map(Array::type))
          .isEqualTo(found.activations().map(Array::type));
      assertThat(found.frozen().paths()).isEqualTo(OBJECTIVE.frozen().paths());
      assertThat(found.frozen().size()).isPositive();
    }
  }

  /**
   * At the output itself, the gradient of the mean cross-entropy is {@code (softmax − onehot)/n}.
   */
  @Test
  void theLastActivationIsTheOutput() {
    try (Finder finder = Needs.of(VARIANTS, NEEDS).compile(backend, Numerics.PRECISE);
        Owner made = new Owner()) {
      Found found = finder.find(point, batch, made).of(NEEDS.get(2));
      double[] logits = found.activations().get("5").toDoubles();
      double[] gradient = found.activationGradients().get("5").toDoubles();
      for (int row = 0; row < 5; row++) {
        double sum = 0;
        for (int k = 0; k < 3; k++) {
          sum += Math.exp(logits[3 * row + k]);
        }
        for (int k = 0; k < 3; k++) {
          double expected = Math.exp(logits[3 * row + k]) / sum - (k == 0 ? 1 : 0);
          assertThat(gradient[3 * row + k]).isCloseTo(expected / 5, within(1e-14));
        }
      }
    }
  }

  @Test
  void noiseIsNoArgumentWhereNobodyDrawsIt() {
    assertThat(Needs.of(VARIANTS, NEEDS).program().arguments().under("batch.noise").size())
        .isPositive();
    Need running = Need.loss(Statistics.RUNNING, Penalty.INCLUDED);
    assertThat(Needs.of(VARIANTS, List.of(running)).program().arguments().under("batch").paths())
        .containsExactly("input", "target");
  }

  @ParameterizedTest
  @EnumSource
  void findsTheBitsOfTheObjectiveItself(Penalty penalty) {
    Need need = Need.gradient(penalty);
    Map<String, List<Double>> found = found(NEEDS, need);
    Parameters<double[]> expected =
        Numbers.run(
            VARIANTS.of(penalty).lossAndGradient(Statistics.BATCH),
            point.with(batch).map(Array::toDoubles));
    assertThat(found.get("loss")).containsExactly(expected.get("loss")[0]);
    for (String path : OBJECTIVE.parameters().paths()) {
      assertThat(found.get(Part.GRADIENT + path))
          .containsExactlyElementsOf(
              Arrays.stream(expected.get("gradient." + path)).boxed().toList());
    }
  }

  @Test
  void statisticsThatAreNotRememberedAreThoseOfTheBatch() {
    Need frozen =
        new Need(Statistics.BATCH_FROZEN_RUNNING, Penalty.INCLUDED, Set.of(Part.GRADIENT));
    Need remembered = Need.gradient(Penalty.INCLUDED);
    assertThat(found(NEEDS, frozen)).isEqualTo(found(NEEDS, remembered));
    assertThat(Needs.of(VARIANTS, List.of(frozen, remembered)).functions()).hasSize(1);
    assertThat(Needs.of(VARIANTS, List.of(frozen)))
        .isEqualTo(Needs.of(VARIANTS, List.of(remembered)));
  }

  @Test
  void bothVariantsShareTheirPasses() {
    NamedProgram both =
        Needs.of(VARIANTS, List.of(Need.training(), Need.gradient(Penalty.EXCLUDED))).program();
    NamedProgram one = Needs.of(VARIANTS, List.of(Need.training())).program();
    NamedProgram bare = Needs.of(VARIANTS, List.of(Need.gradient(Penalty.EXCLUDED))).program();
    assertThat(contractions(both)).isEqualTo(contractions(one));
    assertThat(contractions(bare)).isPositive().isLessThan(contractions(one));
  }

  private static long contractions(NamedProgram program) {
    return program.program().equations().stream()
        .filter(equation -> equation.operation() instanceof Contraction)
        .count();
  }

  @Test
  void withoutAPenaltyBothVariantsAreOne() {
    Variants same = Variants.of(OBJECTIVE, new WeightDecay());
    Needs needs = Needs.of(same, NEEDS);
    assertThat(needs.functions()).hasSize(2);
    assertThat(same).isEqualTo(Variants.of(OBJECTIVE));
  }

  @Test
  void theOrderInWhichNeedsAreNamedDoesNotMatter() {
    List<Need> turned = new ArrayList<>(NEEDS);
    Collections.reverse(turned);
    assertThat(Needs.of(VARIANTS, turned)).isEqualTo(Needs.of(VARIANTS, NEEDS));
  }

  @Test
  void givesNobodyWhatWasNotAskedFor() {
    try (Finder finder =
            Needs.of(VARIANTS, List.of(Need.training())).compile(backend, Numerics.PRECISE);
        Owner made = new Owner()) {
      Findings findings = finder.find(point, batch, made);
      Found loss = findings.of(Need.loss(Statistics.BATCH, Penalty.INCLUDED));
      assertThatThrownBy(loss::gradient)
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessage(
              "Found: GRADIENT must have been asked for, but the need names []. To fix: add it to the need's parts.");
      assertThatThrownBy(() -> findings.of(Need.gradient(Penalty.EXCLUDED)))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessageContaining("must have been asked for");
    }
  }

  @Test
  void whatWasFoundClosesWithItsOwner() {
    try (Finder finder = Needs.of(VARIANTS, NEEDS).compile(backend, Numerics.PRECISE)) {
      Owner made = new Owner();
      Found found = finder.find(point, batch, made).of(Need.training());
      made.close();
      assertThat(found.loss()).isPositive();
      assertThatThrownBy(found::gradient).isInstanceOf(IllegalStateException.class);
    }
  }

  @Test
  void stateChangesUnderTheStatisticsOfTheBatchAlone() {
    assertThatThrownBy(() -> new Need(Statistics.RUNNING, Penalty.INCLUDED, Set.of(Part.STATE)))
        .hasMessage(
            "Need: parts must not name STATE under statistics that leave it as it is, but it is RUNNING. To fix: use BATCH, or do without.");
    assertThatThrownBy(() -> Need.training().and(Need.loss(Statistics.RUNNING, Penalty.INCLUDED)))
        .hasMessageContaining("about the same function");
  }

  @Test
  void numericsAreCarriedInTheObjectivesType() {
    assertThatThrownBy(
            () -> Needs.of(VARIANTS, List.of(Need.training())).compile(backend, Numerics.FAST))
        .hasMessage(
            "Needs: an objective must be carried in the type of its numerics, f32 for FAST, but it is in f64. To fix: make it with numerics.dtype().");
    assertThatThrownBy(() -> Needs.of(VARIANTS, List.of())).hasMessageContaining("at least one");
  }
}
