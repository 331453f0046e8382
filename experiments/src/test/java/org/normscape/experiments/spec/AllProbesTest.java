package org.normscape.experiments.spec;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.ServiceLoader;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.normscape.component.Name;
import org.normscape.probe.Probe;

/** The experiment that measures with every probe there is. */
final class AllProbesTest {

  @ParameterizedTest
  @ValueSource(strings = {"tiny", "smoke"})
  void hasEveryProbeOfCore(String scale) {
    List<String> used =
        Catalog.resolve("all-probes", scale, List.of()).cells().stream()
            .flatMap(cell -> cell.probes().values().stream())
            .map(probe -> Name.of(probe.getClass()))
            .toList();
    assertThat(used).containsAll(ofCore());
  }

  private static List<String> ofCore() {
    return ServiceLoader.load(Probe.class).stream()
        .map(ServiceLoader.Provider::type)
        .filter(type -> type.getName().startsWith("org.normscape.probe."))
        .map(Name::of)
        .toList();
  }

  @Test
  void tellsTwoLinesApart() {
    assertThat(Catalog.resolve("all-probes", "tiny", List.of()).quantities().all())
        .extracting(quantity -> quantity.name())
        .contains("line_near_update_line_loss", "line_far_update_line_loss", "multiple")
        .doesNotContain("update_line_loss");
  }
}
