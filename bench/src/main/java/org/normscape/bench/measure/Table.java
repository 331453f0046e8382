package org.normscape.bench.measure;

import static org.normscape.bench.measure.Unit.digits;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * An answer as text: a table for each piece of work, a row for each contender. A contender whose
 * numbers are not those of the others keeps its row; it and the ratios to it are marked.
 */
public final class Table {

  private static final double GIGA = 1e9;
  private static final String NOTHING = "";
  private static final List<String> HEAD =
      List.of("median", "quartiles", "GFLOP/s", "of GEMM", "GB/s", "of copy", "peak");

  private final Answer answer;
  private final List<String> rivals;

  private Table(Answer answer) {
    this.answer = answer;
    this.rivals = answer.rivals();
  }

  /** The table, lines ended. */
  public static String of(Answer answer) {
    Table table = new Table(answer);
    Stream<String> head = Stream.of(answer.question().name() + ": " + answer.question().sentence());
    Stream<String> works = answer.works().stream().flatMap(table::section);
    return Stream.of(head, works, table.foot())
        .flatMap(lines -> lines)
        .map(line -> line.stripTrailing() + "\n")
        .collect(Collectors.joining());
  }

  private Stream<String> section(String work) {
    List<Outcome> outcomes = answer.of(work);
    List<List<String>> rows = new ArrayList<>();
    rows.add(head());
    outcomes.stream().filter(Outcome::isMeasured).map(this::row).forEach(rows::add);
    Stream<String> failures =
        outcomes.stream()
            .filter(o -> !o.failure().isEmpty())
            .map(o -> o.asked().label() + " failed. " + o.failure());
    return Stream.of(
            Stream.of("", work + amount(outcomes.get(0).asked().work().cost().get())),
            aligned(rows),
            Agreement.of(outcomes).complaints().stream(),
            failures)
        .flatMap(lines -> lines);
  }

  private List<String> head() {
    return Stream.of(Stream.of(NOTHING), HEAD.stream(), rivals.stream().map(r -> "÷ " + r))
        .flatMap(words -> words)
        .toList();
  }

  private List<String> row(Outcome outcome) {
    Unit unit = answer.question().unit();
    Spread spread = outcome.spread();
    Cost cost = outcome.asked().work().cost().get();
    double median = unit == Unit.SECONDS ? spread.median() : Double.NaN;
    double operations = cost.operations() / median;
    double bytes = cost.bytes() / median;
    Stream<String> own =
        Stream.of(
            outcome.asked().label() + mark(outcome),
            unit.text(spread.median()),
            unit.text(spread.low()) + " .. " + unit.text(spread.high()),
            rate(operations),
            share(operations, answer.ceiling().operationsPerSecond()),
            rate(bytes),
            share(bytes, answer.ceiling().bytesPerSecond()),
            Unit.BYTES.text(outcome.peakBytes()));
    return Stream.concat(own, rivals.stream().map(rival -> ratio(outcome, rival))).toList();
  }

  private String ratio(Outcome outcome, String rival) {
    return outcome
        .best(rival, answer.outcomes())
        .map(best -> digits(outcome.dividedBy(best).median()) + mark(best))
        .orElse(NOTHING);
  }

  private String mark(Outcome outcome) {
    return answer.agreement(outcome).verdict(outcome).mark();
  }

  private Stream<String> foot() {
    Ceiling ceiling = answer.ceiling();
    return Stream.of(
        "",
        "This machine in this run: matrix product %s GFLOP/s (float32), copy %s GB/s."
            .formatted(
                digits(ceiling.operationsPerSecond() / GIGA),
                digits(ceiling.bytesPerSecond() / GIGA)),
        "Processor: %s, %s cores. Normscape's kernels: audit = %s, each call by its fastest right method."
            .formatted(
                answer.environment().getOrDefault("cpu", "unknown"),
                answer.environment().getOrDefault("cores", "unknown"),
                answer.environment().getOrDefault(Run.AUDIT, "unknown")),
        "÷ X: this row divided by X, the better of its variants, median over %s rounds; below 1 is better than X."
            .formatted(answer.rounds()));
  }

  private static String amount(Cost cost) {
    return Double.isNaN(cost.operations()) && Double.isNaN(cost.bytes())
        ? NOTHING
        : Stream.of(
                Double.isNaN(cost.operations())
                    ? NOTHING
                    : ", %s GFLOP".formatted(digits(cost.operations() / GIGA)),
                Double.isNaN(cost.bytes())
                    ? NOTHING
                    : ", %s GB".formatted(digits(cost.bytes() / GIGA)))
            .collect(Collectors.joining());
  }

  private static String rate(double perSecond) {
    return Double.isNaN(perSecond) ? NOTHING : digits(perSecond / GIGA);
  }

  private static String share(double rate, double ceiling) {
    double share = 100 * rate / ceiling;
    return Double.isNaN(share) ? NOTHING : String.format(Locale.ROOT, "%.0f %%", share);
  }

  /**
   * The first column to the left, the others to the right; those with nothing in them not at all.
   */
  private static Stream<String> aligned(List<List<String>> rows) {
    List<Integer> columns =
        IntStream.range(0, rows.get(0).size())
            .filter(i -> rows.stream().skip(1).anyMatch(row -> !row.get(i).isEmpty()))
            .boxed()
            .toList();
    return rows.stream()
        .map(
            row ->
                columns.stream()
                    .map(i -> cell(row.get(i), i == 0 ? -width(rows, i) : width(rows, i)))
                    .collect(Collectors.joining("  ")));
  }

  private static int width(List<List<String>> rows, int column) {
    return rows.stream().mapToInt(row -> row.get(column).length()).max().orElse(1);
  }

  /** Text as wide as it says, to the left if that is negative. */
  private static String cell(String text, int width) {
    return ("%" + width + "s").formatted(text);
  }
}
