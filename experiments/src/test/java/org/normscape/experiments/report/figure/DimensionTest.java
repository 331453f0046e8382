package org.normscape.experiments.report.figure;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What numbers are arranged by, beside the axes of their quantities. */
final class DimensionTest {

  private static final String CELL = "batch-norm@variant=vgg-a@learning-rate=1.0E-3";

  private static final Observation NUMBER =
      new Observation(CELL, 1, 0, "train_loss", "", Map.of(), 2.5);

  @Test
  void aNetworkIsOneWhereverItStandsOnTheAxesOfItsCells() {
    assertThat(Dimension.NETWORK.of(NUMBER)).contains(new Key("batch-norm", 0));
    assertThat(Dimension.CELL.of(NUMBER)).contains(new Key(CELL, 0));
  }

  @Test
  void cellsAreSpreadAlongAxesOfNumbers() {
    assertThat(new Dimension("learning-rate").of(NUMBER))
        .contains(new Key("learning-rate 0.001", 1e-3));
    assertThat(new Dimension("momentum").of(NUMBER)).isEmpty();
    assertThat(Dimension.ofCells(List.of(CELL, "plain"))).containsExactly("learning-rate");
  }
}
