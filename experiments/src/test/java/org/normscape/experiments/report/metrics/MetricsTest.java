package org.normscape.experiments.report.metrics;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.normscape.experiments.report.metrics.Series.Sample;

final class MetricsTest {

  /** Only what diverged is marked in a run, and figures need both. */
  @Test
  void what_did_not_diverge_has_a_zero_in_the_order_of_the_networks() {
    Metrics metrics =
        new Metrics(
            List.of(
                series("a", 1, "train_loss", new Sample(0, 2), new Sample(7, 1)),
                series("b", 1, "train_loss", new Sample(0, 2)),
                series("b", 1, "diverged", new Sample(3, 1)),
                series("c", 2, "train_loss", new Sample(0, 2))));
    assertThat(metrics.all("diverged"))
        .containsExactly(
            series("a", 1, "diverged", new Sample(7, 0)),
            series("b", 1, "diverged", new Sample(3, 1)),
            series("c", 2, "diverged", new Sample(0, 0)));
    assertThat(metrics.divergences()).containsExactly(new Metrics.Divergence("b", 1, 3));
  }

  private static Series series(String cell, long seed, String metric, Sample... samples) {
    return new Series(cell, seed, metric, Map.of(), List.of(samples));
  }
}
