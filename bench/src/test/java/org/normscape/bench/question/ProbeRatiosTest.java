package org.normscape.bench.question;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.normscape.bench.measure.Case;
import org.normscape.bench.measure.Effort;
import org.normscape.bench.measure.Pace;
import org.normscape.bench.measure.Unit;

/** The question's gauges at quick sizes; how large ratios of times are is not asked here. */
class ProbeRatiosTest {

  private static final Pace ONCE = new Pace(1, 0, 0, 1, 0);

  private static List<Double> samples(String start, String contender) {
    Case asked =
        new ProbeRatios()
            .cases(Effort.QUICK).stream()
                .filter(c -> c.work().name().startsWith(start) && c.contender().equals(contender))
                .findFirst()
                .orElseThrow();
    return asked.measurement().visit(ONCE).samples();
  }

  @Test
  void everyPriceIsAskedOfBothBackends() {
    List<Case> cases = new ProbeRatios().cases(Effort.FULL);
    assertThat(cases)
        .hasSize(23)
        .extracting(Case::contender)
        .contains("tensorflow", "nd4j", "counted operations");
    assertThat(cases.stream().map(c -> c.work().name()).distinct()).hasSize(8);
    assertThat(new ProbeRatios().unit()).isEqualTo(Unit.RATIO);
  }

  /** One vector is kept for each of 6 products, and few are made on the way. */
  @Test
  void aSpectralDensityHoldsOneVectorForEachProductOfASample() {
    assertThat(samples("spectral density", "nd4j"))
        .hasSize(1)
        .allSatisfy(held -> assertThat(held).isBetween(6.0, 16.0));
  }

  /** Nine places are looked at, and little is done beside the passes. */
  @Test
  void operationsAreThoseOfThePassesAndLittleMore() {
    assertThat(samples("critical sharpness", "counted operations"))
        .singleElement()
        .satisfies(passes -> assertThat(passes).isBetween(9.0, 9.5));
  }

  @Test
  void whatTakesTimeHasARatio() {
    assertThat(samples("critical sharpness", "nd4j"))
        .hasSize(1)
        .allSatisfy(ratio -> assertThat(ratio).isPositive().isFinite());
  }
}
