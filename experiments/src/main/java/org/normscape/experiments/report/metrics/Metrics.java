package org.normscape.experiments.report.metrics;

import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/** The measured values of a run, or of several runs side by side. */
public record Metrics(List<Series> series) {

  private static final String WIDTH = "_width";

  public Metrics {
    series = List.copyOf(series);
  }

  /**
   * The values in a file of one JSON object a line, none when there is no such file yet.
   *
   * @throws org.normscape.experiments.UserError when it holds something else
   */
  public static Metrics read(Path file) throws IOException {
    return MetricsReader.read(file);
  }

  /** The values of several runs as if one run had measured them. Their cells must differ. */
  public static Metrics merged(List<Metrics> metrics) {
    return new Metrics(metrics.stream().flatMap(m -> m.series.stream()).toList());
  }

  /** The names of the cells, in the order in which they were first measured. */
  public List<String> cells() {
    return series.stream().map(Series::cell).distinct().toList();
  }

  /** The seeds of a cell, in the order in which they were first measured. */
  public List<Long> seeds(String cell) {
    return series.stream().filter(s -> s.cell().equals(cell)).map(Series::seed).distinct().toList();
  }

  /** The last step at which anything was measured, or −1 when nothing was. */
  public int lastStep() {
    return series.stream()
        .flatMap(s -> s.samples().stream())
        .mapToInt(Series.Sample::step)
        .max()
        .orElse(-1);
  }

  /** A metric of a cell that varies with nothing but the step: one series a seed. */
  public List<Series> of(String cell, String metric) {
    return seeds(cell).stream().flatMap(seed -> of(cell, seed, metric).stream()).toList();
  }

  /**
   * A metric of one cell and seed that varies with nothing but the step. {@code X_width} is {@code
   * X_high} − {@code X_low} where a run has recorded these two.
   */
  public Optional<Series> of(String cell, long seed, String metric) {
    Optional<Series> measured =
        along(cell, metric).filter(s -> s.seed() == seed && s.at().isEmpty()).findFirst();
    return measured.isPresent() || !metric.endsWith(WIDTH)
        ? measured
        : width(cell, seed, metric.substring(0, metric.length() - WIDTH.length()));
  }

  /** A metric of a cell that varies inside a step: one series a seed and place. */
  public List<Series> inside(String cell, String metric) {
    return along(cell, metric).filter(s -> !s.at().isEmpty()).toList();
  }

  /** These values with every cell renamed. */
  public Metrics withCells(UnaryOperator<String> rename) {
    return new Metrics(series.stream().map(s -> s.inCell(rename.apply(s.cell()))).toList());
  }

  /** A network a loss of which stopped being finite. */
  public record Divergence(String cell, long seed, int step) {}

  /** The networks a loss of which stopped being finite: of training, testing or a probe. */
  public List<Divergence> divergences() {
    return cells().stream()
        .flatMap(
            cell ->
                seeds(cell).stream()
                    .flatMap(
                        seed ->
                            divergedAt(cell, seed)
                                .map(step -> new Divergence(cell, seed, step))
                                .stream()))
        .toList();
  }

  private Optional<Integer> divergedAt(String cell, long seed) {
    return of(cell, seed, "diverged").stream()
        .flatMap(s -> s.samples().stream())
        .filter(sample -> sample.value() != 0)
        .map(Series.Sample::step)
        .findFirst();
  }

  private Stream<Series> along(String cell, String metric) {
    return series.stream().filter(s -> s.cell().equals(cell) && s.metric().equals(metric));
  }

  private Optional<Series> width(String cell, long seed, String band) {
    Optional<Series> low = of(cell, seed, band + "_low");
    return of(cell, seed, band + "_high")
        .filter(high -> low.isPresent())
        .map(high -> difference(high, low.orElseThrow(), band + WIDTH));
  }

  private static Series difference(Series high, Series low, String name) {
    Map<Integer, Double> lows = new HashMap<>();
    low.samples().forEach(s -> lows.put(s.step(), s.value()));
    return new Series(
        high.cell(),
        high.seed(),
        name,
        Map.of(),
        high.samples().stream()
            .filter(s -> lows.containsKey(s.step()))
            .map(s -> new Series.Sample(s.step(), s.value() - lows.getOrDefault(s.step(), 0.0)))
            .toList());
  }
}
