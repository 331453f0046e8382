package org.normscape.experiments.report.study;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.normscape.experiments.report.metrics.Metrics;
import org.normscape.experiments.report.metrics.RunRecord;

/** What a run is, in short: how it was run and how far it came. */
public final class Facts {

  private Facts() {}

  /** Backend, device, numerics, scale, data, seeds and steps, as far as they are known. */
  public static List<String> of(RunRecord run) {
    Metrics metrics = run.metrics();
    List<Long> seeds =
        metrics.cells().stream().flatMap(c -> metrics.seeds(c).stream()).distinct().toList();
    return Stream.of(
            Stream.of("backend", "device", "numerics", "scale")
                .flatMap(key -> run.setting(key).stream()),
            Stream.of("data " + data(run)).filter(text -> text.length() > "data ".length()),
            Stream.of(seeds.size() == 1 ? "seed " + seeds.get(0) : "seeds " + joined(seeds))
                .filter(text -> !seeds.isEmpty()),
            Stream.of(
                    "measured to step "
                        + metrics.lastStep()
                        + planned(run).map(steps -> " of " + steps).orElse(""))
                .filter(text -> metrics.lastStep() >= 0),
            Stream.of(run.provenance().path("status").asText()).filter(text -> !text.isEmpty()))
        .flatMap(facts -> facts)
        .toList();
  }

  /**
   * What its networks were trained on: each data set with the number of its training examples.
   * Empty where that is not recorded.
   */
  public static String data(RunRecord run) {
    return run.provenance()
        .path("data")
        .valueStream()
        .map(Facts::words)
        .distinct()
        .collect(Collectors.joining(", "));
  }

  private static String words(JsonNode data) {
    return "%s (%s training examples)"
        .formatted(data.path("name").asText("unknown"), data.path("trainExamples").asText("?"));
  }

  /** How many steps the longest cell is trained for. */
  private static Optional<Integer> planned(RunRecord run) {
    return StreamSupport.stream(run.config().path("cells").spliterator(), false)
        .map(cell -> cell.path("steps"))
        .filter(JsonNode::isInt)
        .map(JsonNode::asInt)
        .max(Integer::compare);
  }

  /** The same in one line. */
  public static String line(RunRecord run) {
    return String.join(", ", of(run));
  }

  /** One sentence for each cell and seed a loss of which stopped being finite. */
  public static List<String> divergences(Metrics metrics) {
    return metrics.divergences().stream()
        .map(
            d ->
                "%s diverged at step %s (seed %s): its loss was no longer finite, or above its threshold."
                    .formatted(d.cell(), d.step(), d.seed()))
        .toList();
  }

  private static String joined(List<Long> seeds) {
    return seeds.stream().map(String::valueOf).collect(Collectors.joining(" "));
  }
}
