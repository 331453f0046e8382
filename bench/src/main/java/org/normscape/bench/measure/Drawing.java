package org.normscape.bench.measure;

import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.normscape.experiments.report.figure.Figure;
import org.normscape.experiments.report.figure.Figure.Axis;
import org.normscape.experiments.report.figure.Figure.Band;
import org.normscape.experiments.report.figure.Figure.Line;
import org.normscape.experiments.report.figure.Figure.Panel;
import org.normscape.experiments.report.figure.Figure.Point;
import org.normscape.experiments.report.figure.Figure.Span;
import org.normscape.experiments.report.figure.Figure.Swatch;
import org.normscape.experiments.report.figure.Ink;
import org.normscape.experiments.report.figure.Palette;
import org.normscape.experiments.report.figure.Scale;

/**
 * An answer as a figure. Where the question has an axis, one line for each contender along it;
 * otherwise a panel for each piece of work, with the medians of the rounds, in which it shows
 * whether the machine was quiet. Bands go from the least to the largest sample.
 */
public final class Drawing {

  private static final double OPACITY = 0.18;

  private final Answer answer;
  private final Unit unit;
  private final List<String> contenders;

  private Drawing(Answer answer) {
    this.answer = answer;
    this.unit = answer.question().unit();
    this.contenders =
        answer.outcomes().stream()
            .filter(Outcome::isMeasured)
            .map(o -> o.asked().label())
            .distinct()
            .toList();
  }

  /** The figure, which has at least one panel. */
  public static Figure of(Answer answer) {
    Drawing drawing = new Drawing(answer);
    return new Figure(
        "figure",
        answer.question().sentence(),
        "Medians; bands from the least to the largest sample.",
        drawing.contenders.stream().map(name -> new Swatch(name, drawing.ink(name))).toList(),
        answer.question().axis().isEmpty() ? drawing.rounds() : List.of(drawing.growth()),
        List.of());
  }

  private Ink ink(String contender) {
    return Palette.cell(contenders.indexOf(contender));
  }

  private List<Panel> rounds() {
    return answer.works().stream()
        .map(work -> panel(work, "round", Scale.LINEAR, answer.of(work).stream().map(this::rounds)))
        .toList();
  }

  private Curve rounds(Outcome outcome) {
    return new Curve(
        outcome.asked().label(),
        IntStream.range(0, outcome.visits().size())
            .mapToObj(i -> new Mark(i + 1, Spread.of(outcome.visits().get(i).samples())))
            .toList());
  }

  private Panel growth() {
    return panel(
        answer.question().name(),
        answer.question().axis(),
        Scale.LOGARITHMIC,
        contenders.stream().map(this::growth));
  }

  private Curve growth(String contender) {
    return new Curve(
        contender,
        answer.outcomes().stream()
            .filter(o -> o.isMeasured() && o.asked().label().equals(contender))
            .map(o -> new Mark(o.asked().work().size(), o.spread()))
            .toList());
  }

  private Panel panel(String title, String axis, Scale scale, Stream<Curve> all) {
    List<Curve> curves = all.filter(curve -> !curve.marks().isEmpty()).toList();
    return new Panel(
        title,
        new Axis(axis, scale, null),
        new Axis(unit.label(), scale, null),
        curves.stream().map(this::band).toList(),
        curves.stream().map(this::line).toList());
  }

  private Line line(Curve curve) {
    return new Line(
        curve.name(),
        ink(curve.name()),
        curve.marks().stream()
            .map(m -> new Point(m.x(), unit.onAxis(m.spread().median())))
            .toList());
  }

  private Band band(Curve curve) {
    return new Band(
        curve.name(),
        ink(curve.name()),
        OPACITY,
        curve.marks().stream()
            .map(
                m ->
                    new Span(
                        m.x(), unit.onAxis(m.spread().least()), unit.onAxis(m.spread().most())))
            .toList());
  }

  /** What is drawn of a contender. */
  private record Curve(String name, List<Mark> marks) {}

  /** Where values lie at one abscissa. */
  private record Mark(double x, Spread spread) {}
}
