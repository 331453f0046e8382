package org.normscape.bench.question;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.normscape.bench.measure.Case;
import org.normscape.bench.measure.Pace;
import org.normscape.bench.measure.Scale;
import org.normscape.bench.measure.Unit;

/** The question's gauges at quick sizes; how large ratios of times are is not asked here. */
class ProbeRatiosTest {

  private static final Pace ONCE = new Pace(1, 0, 0, 1, 0);

  private static List<Double> samples(String start, String contender) {
    Case asked =
        new ProbeRatios()
            .cases(Scale.QUICK).stream()
                .filter(c -> c.work().name().startsWith(start) && c.contender().equals(contender))
                .findFirst()
                .orElseThrow();
    return asked.measurement().visit(ONCE).samples();
  }

  @Test
  void everyPriceIsAskedOfBothBackends() {
    List<Case> cases = new ProbeRatios().cases(Scale.FULL);
    assertThat(cases).hasSize(16).extracting(Case::contender).contains("tensorflow", "nd4j");
    assertThat(cases.stream().map(c -> c.work().name()).distinct()).hasSize(8);
    assertThat(new ProbeRatios().unit()).isEqualTo(Unit.RATIO);
  }

  /** One vector is kept for each of 50 products, and few are made on the way. */
  @ParameterizedTest
  @ValueSource(strings = {"tensorflow", "nd4j"})
  void aSpectralDensityHoldsOneVectorForEachProductOfASample(String contender) {
    assertThat(samples("spectral density", contender))
        .hasSize(1)
        .allSatisfy(held -> assertThat(held).isBetween(50.0, 60.0));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "landscape",
        "largest eigenvalue one",
        "critical",
        "gradient alignment",
        "covariate shift",
        "plane"
      })
  void whatTakesTimeHasARatio(String start) {
    assertThat(samples(start, "nd4j"))
        .hasSize(1)
        .allSatisfy(ratio -> assertThat(ratio).isPositive().isFinite());
  }
}
