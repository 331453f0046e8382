package org.normscape.bench.measure;

import java.util.List;
import java.util.stream.Collectors;
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
 * An answer as a figure. Where the question has an axis, one line for each contender along it, in a
 * band from the least to the largest sample; otherwise a panel for each piece of work, with a bar
 * for each contender and a whisker from the least to the largest sample.
 */
public final class Drawing {

  private static final double SHADE = 0.18;
  private static final double FILLED = 0.8;
  private static final double HALF_BAR = 0.4;
  private static final Ink WHISKER = new Ink("#222222", "#DDDDDD");

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
        drawing.caption(),
        drawing.contenders.stream().map(name -> new Swatch(name, drawing.ink(name))).toList(),
        answer.question().axis().isEmpty() ? drawing.bars() : List.of(drawing.growth()),
        List.of());
  }

  private String caption() {
    return Stream.concat(
            Stream.of("Medians, and from the least to the largest sample."),
            answer.complaints().entrySet().stream()
                .flatMap(e -> e.getValue().stream().map(said -> e.getKey() + ": " + said)))
        .collect(Collectors.joining(" "));
  }

  private Ink ink(String contender) {
    return Palette.cell(contenders.indexOf(contender));
  }

  private List<Panel> bars() {
    return answer.works().stream()
        .map(work -> bars(work, answer.of(work).stream().filter(Outcome::isMeasured).toList()))
        .filter(panel -> !panel.bands().isEmpty())
        .toList();
  }

  private Panel bars(String work, List<Outcome> outcomes) {
    return new Panel(
        work,
        new Axis("", Scale.LINEAR, null),
        new Axis(unit.label(), Scale.LINEAR, null),
        outcomes.stream().map(this::bar).toList(),
        outcomes.stream().map(this::whisker).toList());
  }

  private Band bar(Outcome outcome) {
    String name = outcome.asked().label();
    double median = unit.onAxis(outcome.spread().median());
    return new Band(
        name,
        ink(name),
        FILLED,
        Stream.of(-HALF_BAR, HALF_BAR)
            .map(side -> new Span(contenders.indexOf(name) + side, 0, median))
            .toList());
  }

  private Line whisker(Outcome outcome) {
    String name = outcome.asked().label();
    return new Line(
        name,
        WHISKER,
        Stream.of(outcome.spread().least(), outcome.spread().most())
            .map(sample -> new Point(contenders.indexOf(name), unit.onAxis(sample)))
            .toList());
  }

  private Panel growth() {
    List<Curve> curves = contenders.stream().map(this::growth).toList();
    return new Panel(
        answer.question().name(),
        new Axis(answer.question().axis(), Scale.LOGARITHMIC, null),
        new Axis(unit.label(), Scale.LOGARITHMIC, null),
        curves.stream().map(this::band).toList(),
        curves.stream().map(this::line).toList());
  }

  private Curve growth(String contender) {
    return new Curve(
        contender,
        answer.outcomes().stream()
            .filter(o -> o.isMeasured() && o.asked().label().equals(contender))
            .map(o -> new Mark(o.asked().work().size(), o.spread()))
            .toList());
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
        SHADE,
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
