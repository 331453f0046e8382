package org.normscape.probe.grid;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.ServiceLoader;
import org.junit.jupiter.api.Test;

class GridTest {

  @Test
  void aLinearGridHasItsEndsAndItsMiddle() {
    List<Double> places = new Linear(-1, 1, 51).places();
    assertThat(places).hasSize(51).isSorted().startsWith(-1.0).endsWith(1.0);
    assertThat(places.get(25)).isZero();
    assertThat(new Linear(0, 1, 5).places()).containsExactly(0.0, 0.25, 0.5, 0.75, 1.0);
  }

  @Test
  void aLogarithmicGridHasEqualRatios() {
    List<Double> places = new Logarithmic(1e-3, 10, 9).places();
    assertThat(places).hasSize(9).startsWith(1e-3).endsWith(10.0);
    for (int i = 1; i < 9; i++) {
      assertThat(places.get(i) / places.get(i - 1)).isCloseTo(Math.sqrt(10), within(1e-10));
    }
    assertThat(new Logarithmic(1, 8, 4).places()).containsExactly(1.0, 2.0, 4.0, 8.0);
    assertThat(new Logarithmic().places()).startsWith(0.015625, 0.03125).contains(1.0, 32.0);
  }

  @Test
  void everyKindHasDefaults() {
    assertThat(ServiceLoader.load(Grid.class))
        .hasSize(3)
        .allSatisfy(grid -> assertThat(grid.places()).isSorted().hasSizeGreaterThan(3));
  }

  @Test
  void gridsThatMakeNoSenseAreRefused() {
    assertThatThrownBy(() -> new Linear(1, 1, 3))
        .hasMessageContaining("to must be finite and greater than from, 1.0, but it is 1");
    assertThatThrownBy(() -> new Linear(0, 1, 1)).hasMessageContaining("count must be at least 2");
    assertThatThrownBy(() -> new Logarithmic(0, 1, 3))
        .hasMessageContaining("from must be greater than 0");
    assertThatThrownBy(() -> new Listed(List.of(2.0, 1.0)))
        .hasMessageContaining("places must be ascending finite numbers, at least one");
    assertThatThrownBy(() -> new Listed(List.of())).hasMessageContaining("at least one");
  }
}
