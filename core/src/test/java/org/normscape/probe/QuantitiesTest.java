package org.normscape.probe;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.normscape.backend.Numerics;
import org.normscape.probe.direction.Gradient;
import org.normscape.probe.direction.Passes;
import org.normscape.probe.direction.StepScale;
import org.normscape.probe.grid.Listed;
import org.normscape.probe.line.Line;
import org.normscape.probe.sharpness.SamSharpness;
import org.normscape.probe.when.Every;

class QuantitiesTest {

  private static final Quantity WIDTH = quantity("width");
  private static final Quantity ALONG = quantity("loss_along").along(Axes.EPSILON);
  private static final Quantity INSIDE = quantity("mean").along(Axes.LAYER);

  private static Quantity quantity(String name) {
    return Quantity.of(name, "a " + name, "", Units.ONE, "What it says.");
  }

  @Test
  void aMetricIsFoundByItsNameAndByThatOfAPart() {
    Quantities quantities = new Quantities(List.of(WIDTH, Axes.LAYER, INSIDE, WIDTH));
    assertThat(quantities.all()).containsExactly(WIDTH, Axes.LAYER, INSIDE);
    assertThat(quantities.of("width")).contains(WIDTH);
    assertThat(quantities.of("mean/block1.norm2")).contains(INSIDE);
    assertThat(quantities.of("height")).isEmpty();
  }

  @Test
  void aNameMeansOneQuantity() {
    Quantity other = WIDTH.from("another paper");
    assertThatThrownBy(() -> new Quantities(List.of(WIDTH, other)))
        .hasMessageContaining("width is declared as")
        .hasMessageEndingWith("To fix: give one of them another name.");
  }

  @Test
  void whatAQuantityNamesIsDeclared() {
    assertThatThrownBy(() -> new Quantities(List.of(ALONG)))
        .hasMessage(
            "Quantities: axes and the parts of a difference must be declared too, but loss_along names [epsilon]. To fix: add them to the quantities of the probe.");
    Quantity derived = quantity("derived").difference(WIDTH, ALONG);
    assertThatThrownBy(() -> new Quantities(List.of(WIDTH, derived)))
        .hasMessageContaining("derived names [loss_along]");
  }

  @Test
  void aQuantityKeepsWhatIsAddedToIt() {
    Quantity all =
        quantity("all")
            .from("a paper, Fig. 1")
            .along(Axes.EPSILON, Axes.LAYER)
            .difference(WIDTH, ALONG)
            .summedUp(Statistic.MEDIAN, "all, median")
            .summedUp(Statistic.LAST, "all, last")
            .agreeing(Agreement.OF_A_COSINE);
    assertThat(all)
        .isEqualTo(
            new Quantity(
                "all",
                "a all",
                "",
                Units.ONE,
                "What it says.",
                "a paper, Fig. 1",
                List.of("epsilon", "layer"),
                List.of("width", "loss_along"),
                List.of(
                    new Summary(Statistic.MEDIAN, "all, median"),
                    new Summary(Statistic.LAST, "all, last")),
                Agreement.OF_A_COSINE));
  }

  @Test
  void aQuantityHasAPlainNameAndSaysWhatItIs() {
    assertThatThrownBy(() -> quantity("Loss/Band"))
        .hasMessageContaining("Quantity: name must be a lower-case letter")
        .hasMessageContaining("but it is Loss/Band");
    assertThatThrownBy(() -> Quantity.of("x", "x", "", Units.ONE, " "))
        .hasMessageContaining("definition must say something");
  }

  @Test
  void aReadingStandsWhereItsQuantityVaries() {
    assertThat(Reading.of(WIDTH, 2).metric()).isEqualTo("width");
    assertThat(Reading.of(INSIDE, "norm1", 2).metric()).isEqualTo("mean/norm1");
    assertThat(Reading.at(Axes.EPSILON, 0.5, ALONG, 2).at()).isEqualTo(Map.of("epsilon", 0.5));
    assertThatThrownBy(() -> Reading.of(WIDTH, "norm1", 2))
        .hasMessageContaining("part must be empty where layer is no axis of width");
    assertThatThrownBy(() -> Reading.at(Axes.EPSILON, 0.5, INSIDE, 2))
        .hasMessageContaining("at must name axes of mean, which has [layer]");
  }

  @Test
  void metricsOfAnObjectiveAreDeclared() {
    assertThat(TrainingQuantities.ofTraining("accuracy"))
        .isEqualTo(TrainingQuantities.TRAIN_ACCURACY);
    assertThat(TrainingQuantities.ofTest("loss")).isEqualTo(TrainingQuantities.TEST_LOSS);
    assertThat(TrainingQuantities.ofTest("hits").name()).isEqualTo("test_hits");
    assertThat(new Quantities(TrainingQuantities.ALL).all()).hasSize(6);
  }

  @Test
  void agreementIsTakenAsItSays() {
    assertThat(Agreement.OF_A_MEAN.measure().of(100, 101)).isEqualTo(1 / 101.0);
    assertThat(Agreement.OF_A_COSINE.measure().of(0.5, -0.25)).isEqualTo(0.75);
    assertThat(Agreement.OF_A_MEAN.measure().of(Double.NaN, Double.NaN)).isZero();
    assertThat(Agreement.OF_A_MEAN.measure().of(1, Double.NaN)).isInfinite();
    assertThat(Agreement.OF_A_COUNT.under(Numerics.EXACT).largest()).isZero();
    assertThat(Agreement.OF_A_COUNT.under(Numerics.FAST).largest()).isEqualTo(0.125);
    assertThat(Agreement.UNJUDGED.isJudged()).isFalse();
    assertThat(Agreement.UNJUDGED.measure().of(1, Double.NaN))
        .isLessThanOrEqualTo(Agreement.UNJUDGED.under(Numerics.FAST).typical());
  }

  private static Line line(double place) {
    return new Line(
        new Every(),
        new Gradient(),
        StepScale.DIRECTION,
        new Listed(List.of(place)),
        Passes.FORWARD,
        new ProbedLoss());
  }

  @Test
  void twoProbesOfOneKindAreToldApartByTheirNames() {
    Probe near = line(1);
    Probe far = line(3);
    Map<String, Probe> apart = Quantities.toldApart(Map.of("near", near, "far-out", far));
    Probe named = Objects.requireNonNull(apart.get("near"));
    assertThat(new Quantities(named.quantities()).all())
        .extracting(Quantity::name)
        .contains("near_gradient_line_loss", "multiple")
        .doesNotContain("near_multiple", "gradient_line_loss");
    assertThat(Quantities.of(apart.values()).of("far_out_gradient_line_loss/x").orElseThrow())
        .satisfies(quantity -> assertThat(quantity.label()).endsWith("(far out)"));
    try (Trial trial = Trial.ofBowl()) {
      assertThat(trial.measure(named).readings())
          .isNotEmpty()
          .extracting(Reading::quantity)
          .allSatisfy(q -> assertThat(named.quantities()).contains(q));
    }
  }

  @Test
  void probesThatMeasureDifferentThingsStayAsTheyAre() {
    Map<String, Probe> probes = Map.of("line", new Line(), "sam", new SamSharpness());
    assertThat(Quantities.toldApart(probes)).isEqualTo(probes);
  }

  @Test
  void namesThatCannotBeToldApartAreRefused() {
    Map<String, Probe> probes = Map.of("far-out", line(1), "far_out", line(3));
    assertThatThrownBy(() -> Quantities.toldApart(probes))
        .hasMessageContaining("name must be another word than")
        .hasMessageEndingWith("To fix: rename one of the probes.");
  }
}
