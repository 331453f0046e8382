package org.normscape.bench.question;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.ServiceLoader;
import org.junit.jupiter.api.Test;
import org.normscape.bench.measure.Case;
import org.normscape.bench.measure.Effort;
import org.normscape.bench.measure.Pace;
import org.normscape.bench.measure.Role;
import org.normscape.norm.Normalization;

class NormalizationPriceTest {

  @Test
  void asksAboutEachNormalizationOnEachBackend() {
    List<Case> cases = new NormalizationPrice().cases(Effort.FULL);
    long known = ServiceLoader.load(Normalization.class).stream().count();
    assertThat(known).isGreaterThan(30);
    assertThat(cases).hasSize((int) (2 * known));
    assertThat(cases.stream().filter(c -> c.role() == Role.RIVAL).map(Case::contender))
        .containsExactlyInAnyOrder("none", "none");
  }

  @Test
  void noiseIsDrawnForEachStep() {
    Case noisy =
        new NormalizationPrice()
            .cases(Effort.QUICK).stream()
                .filter(c -> c.contender().equals("noisy-batch-norm"))
                .findFirst()
                .orElseThrow();
    assertThat(noisy.measurement().visit(Pace.QUICK).samples())
        .isNotEmpty()
        .allMatch(ratio -> ratio > 0 && Double.isFinite(ratio));
  }
}
