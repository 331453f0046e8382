package org.normscape.probe.direction;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static org.normscape.probe.Formula.at;

import java.util.List;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.normscape.params.Parameters;
import org.normscape.probe.Formula;
import org.normscape.probe.Journey;
import org.normscape.probe.ProbedLoss;
import org.normscape.probe.Reading;
import org.normscape.probe.grid.Listed;
import org.normscape.probe.line.Line;
import org.normscape.probe.line.LineProfile;
import org.normscape.probe.plane.Plane;
import org.normscape.probe.plane.Surface;
import org.normscape.probe.point.EarlierPoint;
import org.normscape.probe.when.AtEnd;
import org.normscape.probe.when.AtStart;

/** Lines and planes back to where a training was. */
class TowardTest {

  private static final Offset<Double> TIGHT = within(1e-12);

  private static Line line(int step) {
    return new Line(
        new AtEnd(),
        new Toward(new EarlierPoint(step)),
        StepScale.DIRECTION,
        new Listed(List.of(-1.0, 0.0, 0.5, 1.0)),
        Passes.FORWARD,
        new ProbedLoss());
  }

  private static double bowl(double x, double y) {
    return 0.5 * (x * x + 2 * y * y);
  }

  @Test
  void aLineIsThereAtOneAndHereAtZero() {
    try (Journey journey = new Journey(line(10), Formula.bowl(2), Parameters.none())) {
      journey.visit(0, at(9, 9)).visit(10, at(4, -2)).visit(20, at(8, 8));
      LineProfile found = (LineProfile) journey.measure(100, at(2, 1));
      for (LineProfile.Place place : found.places()) {
        double t = place.length();
        assertThat(place.found().loss()).isCloseTo(bowl(2 + 2 * t, 1 - 3 * t), TIGHT);
      }
      List<Reading> whole = found.readings();
      assertThat(whole).extracting(Reading::metric).contains("toward_step_10_line_loss");
      journey.resume();
      assertThat(journey.measure(100, at(2, 1)).readings()).isEqualTo(whole);
    }
  }

  @Test
  void aPlaneThroughTwoEarlierPointsRemembersBoth() {
    Plane plane =
        new Plane(
            new AtEnd(),
            new Toward(new EarlierPoint(0)),
            new Toward(new EarlierPoint(10)),
            1,
            3,
            Passes.FORWARD,
            new ProbedLoss());
    try (Journey journey = new Journey(plane, Formula.bowl(2), Parameters.none())) {
      journey.visit(0, at(3, 1)).visit(10, at(4, -2));
      Surface found = (Surface) journey.measure(100, at(2, 1));
      for (Surface.Place place : found.places()) {
        double x = 2 + place.alpha() + 2 * place.beta();
        double y = 1 - 3 * place.beta();
        assertThat(place.found().loss()).isCloseTo(bowl(x, y), TIGHT);
      }
      journey.resume();
      assertThat(journey.measure(100, at(2, 1)).readings()).isEqualTo(found.readings());
    }
  }

  @Test
  void aPointThatIsYetToComeIsRefusedBeforeTheRun() {
    Line line =
        new Line(
            new AtStart(),
            new Toward(new EarlierPoint(5)),
            StepScale.DIRECTION,
            new Listed(),
            Passes.FORWARD,
            new ProbedLoss());
    assertThatThrownBy(() -> new Journey(line, Formula.bowl(2), Parameters.none()).close())
        .hasMessage(
            "Line: direction.point.step must be at most 0, the first step at which the probe measures, but it is 5. To fix: name an earlier step, or measure later.");
  }
}
