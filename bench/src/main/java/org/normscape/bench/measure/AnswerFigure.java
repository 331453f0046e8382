package org.normscape.bench.measure;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.normscape.experiments.report.drawing.Axis;
import org.normscape.experiments.report.drawing.Drawing;
import org.normscape.experiments.report.drawing.Drawing.Swatch;
import org.normscape.experiments.report.drawing.Ink;
import org.normscape.experiments.report.drawing.Palette;
import org.normscape.experiments.report.drawing.Panel;
import org.normscape.experiments.report.drawing.Panel.Area;
import org.normscape.experiments.report.drawing.Panel.Curve;
import org.normscape.experiments.report.drawing.Panel.Point;
import org.normscape.experiments.report.drawing.Panel.Span;
import org.normscape.experiments.report.drawing.Scale;
import org.normscape.experiments.report.drawing.Style;

/**
 * An answer as a figure. Where the question has an axis, one line for each contender along it, in a
 * band from the least to the largest sample; otherwise a panel for each piece of work, with a bar
 * for each contender and a whisker from the least to the largest sample.
 */
public final class AnswerFigure {

  private static final double SHADE = 0.18;
  private static final double FILLED = 0.8;
  private static final double HALF_BAR = 0.4;
  private static final Ink WHISKER = new Ink("#222222", "#DDDDDD");

  private final Answer answer;
  private final Unit unit;
  private final List<String> contenders;

  private AnswerFigure(Answer answer) {
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
  public static Drawing of(Answer answer) {
    AnswerFigure figure = new AnswerFigure(answer);
    return new Drawing(
        "figure",
        answer.question().sentence(),
        figure.caption(),
        figure.contenders.stream().map(name -> new Swatch(name, figure.style(name))).toList(),
        answer.question().axis().isEmpty() ? figure.bars() : List.of(figure.growth()),
        List.of());
  }

  private String caption() {
    return Stream.concat(
            Stream.of("Medians, and from the least to the largest sample."),
            answer.complaints().entrySet().stream()
                .flatMap(e -> e.getValue().stream().map(said -> e.getKey() + ": " + said)))
        .collect(Collectors.joining(" "));
  }

  private Style style(String contender) {
    return Palette.kind(contenders.indexOf(contender));
  }

  private List<Panel> bars() {
    return answer.works().stream()
        .map(work -> bars(work, answer.of(work).stream().filter(Outcome::isMeasured).toList()))
        .filter(panel -> !panel.areas().isEmpty())
        .toList();
  }

  private Panel bars(String work, List<Outcome> outcomes) {
    return new Panel(
        work,
        Axis.of("", Scale.LINEAR),
        Axis.of(unit.label(), Scale.LINEAR),
        List.of(),
        outcomes.stream().map(this::bar).toList(),
        outcomes.stream().map(this::whisker).toList());
  }

  private Area bar(Outcome outcome) {
    String name = outcome.asked().label();
    double median = unit.onAxis(outcome.spread().median());
    return new Area(
        name,
        style(name).ink(),
        FILLED,
        Stream.of(-HALF_BAR, HALF_BAR)
            .map(side -> new Span(contenders.indexOf(name) + side, 0, median))
            .toList());
  }

  private Curve whisker(Outcome outcome) {
    String name = outcome.asked().label();
    return new Curve(
        name,
        Style.plain(WHISKER),
        Stream.of(outcome.spread().least(), outcome.spread().most())
            .map(sample -> new Point(contenders.indexOf(name), unit.onAxis(sample)))
            .toList());
  }

  private Panel growth() {
    List<Trace> traces = contenders.stream().map(this::growth).toList();
    return new Panel(
        answer.question().name(),
        Axis.of(answer.question().axis(), Scale.LOGARITHMIC),
        Axis.of(unit.label(), Scale.LOGARITHMIC),
        List.of(),
        traces.stream().map(this::band).toList(),
        traces.stream().map(this::line).toList());
  }

  private Trace growth(String contender) {
    return new Trace(
        contender,
        answer.outcomes().stream()
            .filter(o -> o.isMeasured() && o.asked().label().equals(contender))
            .map(o -> new Mark(o.asked().work().size(), o.spread()))
            .toList());
  }

  private Curve line(Trace trace) {
    return new Curve(
        trace.name(),
        style(trace.name()),
        trace.marks().stream()
            .map(m -> new Point(m.x(), unit.onAxis(m.spread().median())))
            .toList());
  }

  private Area band(Trace trace) {
    return new Area(
        trace.name(),
        style(trace.name()).ink(),
        SHADE,
        trace.marks().stream()
            .map(
                m ->
                    new Span(
                        m.x(), unit.onAxis(m.spread().least()), unit.onAxis(m.spread().most())))
            .toList());
  }

  /** What is drawn of a contender. */
  private record Trace(String name, List<Mark> marks) {}

  /** Where values lie at one abscissa. */
  private record Mark(double x, Spread spread) {}
}
