package org.normscape.probe.plane;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.normscape.probe.Formula.at;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.normscape.params.Parameters;
import org.normscape.probe.Formula;
import org.normscape.probe.Journal;
import org.normscape.probe.Journey;
import org.normscape.probe.ProbedLoss;
import org.normscape.probe.Reading;
import org.normscape.probe.direction.Passes;
import org.normscape.probe.direction.Random;
import org.normscape.probe.when.AtEnd;

/** Grids that are interrupted. */
class GridRowsTest {

  private static final int PLACES = 7;
  private static final Plane PLANE =
      new Plane(
          new AtEnd(), new Random(1), new Random(2), 1, PLACES, Passes.FORWARD, new ProbedLoss());

  /** Keeps rows, and fails before one of them. */
  private static final class Breaking implements Journal {
    private final Map<Row, Parameters<Double>> rows = new HashMap<>();
    private int left;

    Breaking(int left) {
      this.left = left;
    }

    @Override
    public Parameters<Double> row(Row row, Supplier<Parameters<Double>> measured) {
      return rows.computeIfAbsent(
          row,
          missing -> {
            if (left-- == 0) {
              throw new IllegalStateException("power");
            }
            return measured.get();
          });
    }
  }

  private static List<Reading> whole(double x, double y) {
    try (Journey journey = new Journey(PLANE, Formula.ring(2), Parameters.none())) {
      return journey.measure(100, at(x, y)).readings();
    }
  }

  @Test
  void aGridGoesOnWithTheRowsThatAreMissing() {
    Breaking journal = new Breaking(3);
    try (Journey journey = new Journey(PLANE, Formula.ring(2), Parameters.none())) {
      journey.keepRowsIn(journal);
      assertThatThrownBy(() -> journey.measure(100, at(1, 2))).hasMessage("power");
      assertThat(journal.rows).hasSize(3);
      int before = journey.runs();
      journal.left = PLACES;
      assertThat(journey.measure(100, at(1, 2)).readings()).isEqualTo(whole(1, 2));
      // The step itself, and four rows of seven places.
      assertThat(journey.runs() - before).isEqualTo(1 + 4 * PLACES);
    }
  }

  @Test
  void rowsOfAnotherPointAreNotTaken() {
    Breaking journal = new Breaking(100);
    try (Journey journey = new Journey(PLANE, Formula.ring(2), Parameters.none())) {
      journey.keepRowsIn(journal);
      journey.measure(100, at(1, 2));
      assertThat(journey.measure(100, at(1, Math.nextUp(2.0))).readings())
          .isEqualTo(whole(1, Math.nextUp(2.0)));
      assertThat(journal.rows).hasSize(2 * PLACES);
    }
  }
}
