package org.normscape.experiments.results;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.normscape.experiments.claim.Verdict;
import org.normscape.experiments.config.kind.Kinds;
import org.normscape.experiments.report.drawing.Drawing;
import org.normscape.experiments.report.drawing.Findings;
import org.normscape.experiments.report.metrics.RunRecord;
import org.normscape.experiments.report.study.Facts;
import org.normscape.experiments.report.study.Note;
import org.normscape.experiments.spec.ExperimentSpec;

/** The page of one experiment: what it does, its claims, its figures, and how it was made. */
final class ExperimentPage {

  private final List<Result> results;
  private final Kinds kinds;
  private final StringBuilder page = new StringBuilder();

  private ExperimentPage(List<Result> results, Kinds kinds) {
    this.results = results;
    this.kinds = kinds;
  }

  /**
   * The page.
   *
   * @param results those of the experiment, one a backend
   * @param figures for each title of a figure, the drawings of the backends by the paths of their
   *     files
   * @param kinds knows the probes
   */
  static String of(List<Result> results, Map<String, Map<String, Drawing>> figures, Kinds kinds) {
    ExperimentPage page = new ExperimentPage(results, kinds);
    page.head(results.get(0).spec());
    results.forEach(page::claims);
    figures.forEach(page::figure);
    page.provenance();
    return page.page.toString();
  }

  private void head(ExperimentSpec spec) {
    page.append("# %s\n\n".formatted(Markdown.text(spec.title())));
    spec.source()
        .ifPresent(
            source ->
                page.append(
                    "To compare with: %s, %s.\n\n"
                        .formatted(Markdown.text(source.paper()), Markdown.text(source.figure()))));
    page.append(Markdown.text(spec.description())).append("\n\n");
    page.append("[All results](README.md)\n");
  }

  private void claims(Result result) {
    page.append("\n## Claims on %s\n\n".formatted(result.backend()));
    List<Verdict> verdicts = result.verdicts();
    if (!result.problem().isEmpty()) {
      page.append("There is no run: %s\n".formatted(Markdown.text(result.problem())));
    } else if (verdicts.isEmpty()) {
      page.append("The experiment claims nothing at scale %s.\n".formatted(result.spec().scale()));
    } else {
      page.append(
          Markdown.table(
              List.of("Verdict", "Claim", "Effect", "Expected", "Why so judged", "Beside it"),
              verdicts.stream().map(ExperimentPage::row).toList()));
    }
    result.run().map(RunRecord::metrics).map(Facts::divergences).orElse(List.of()).stream()
        .map(line -> "\n" + Markdown.text(line) + "\n")
        .forEach(page::append);
  }

  private static List<String> row(Verdict verdict) {
    String place = verdict.claim().place();
    String size =
        verdict
            .effect()
            .map(effect -> "**%s** over %s seeds".formatted(effect.text(), effect.seeds()))
            .map(text -> text.replace(" over 1 seeds", ", one seed"))
            .orElse("not known");
    return List.of(
        verdict.outcome().symbol() + " " + verdict.outcome().text(),
        Markdown.text(verdict.claim().sentence() + (place.isEmpty() ? "" : " (" + place + ")")),
        size + ": " + Markdown.text(verdict.claim().effect().words()),
        verdict.claim().expected().text(),
        Markdown.text(verdict.reason()),
        verdict.confounders().stream()
            .map(confounder -> Markdown.text(confounder.text()))
            .collect(Collectors.joining("<br>")));
  }

  private void figure(String title, Map<String, Drawing> byFile) {
    page.append("\n## %s\n\n".formatted(Markdown.text(title)));
    byFile.forEach(
        (file, drawing) ->
            page.append("![%s](%s)\n\n".formatted(Markdown.text(Findings.of(drawing)), file)));
    byFile.values().stream()
        .findFirst()
        .ifPresent(
            drawing -> {
              page.append(Markdown.text(drawing.caption())).append("\n\n");
              notes(drawing);
            });
  }

  private void notes(Drawing drawing) {
    results.stream()
        .flatMap(result -> result.run().stream())
        .findFirst()
        .map(run -> Note.of(drawing, run, kinds))
        .orElse(List.of())
        .forEach(
            note ->
                page.append(
                    "- **%s**: %s\n"
                        .formatted(Markdown.text(note.name()), Markdown.text(note.text()))));
  }

  private void provenance() {
    Map<String, List<String>> rows = new LinkedHashMap<>();
    for (Result result : results) {
      result.run().ifPresent(run -> provenance(run).forEach((k, v) -> add(rows, k, v)));
    }
    if (rows.isEmpty()) {
      return;
    }
    List<String> heads = new ArrayList<>(List.of(""));
    results.stream().filter(r -> r.run().isPresent()).map(Result::backend).forEach(heads::add);
    List<List<String>> table = new ArrayList<>();
    rows.forEach(
        (name, values) -> {
          List<String> row = new ArrayList<>(List.of(name));
          row.addAll(values);
          table.add(row);
        });
    page.append("\n## How it was made\n\n").append(Markdown.table(heads, table));
  }

  private static void add(Map<String, List<String>> rows, String name, String value) {
    rows.computeIfAbsent(name, row -> new ArrayList<>()).add(value);
  }

  private static Map<String, String> provenance(RunRecord run) {
    JsonNode recorded = run.provenance();
    JsonNode environment = recorded.path("environment");
    Map<String, String> rows = new LinkedHashMap<>();
    rows.put("Command", "`normscape %s`".formatted(command(recorded.path("command"))));
    rows.put("Run", Markdown.text(Facts.line(run)));
    rows.put(
        "Backend",
        Markdown.text(
            "%s %s, %s"
                .formatted(
                    recorded.path("backend").path("name").asText(),
                    recorded.path("backend").path("version").asText(),
                    recorded.path("backend").path("device").asText())));
    rows.put("Processor", Markdown.text(environment.path("cpu").asText("not recorded")));
    rows.put("Normscape", Markdown.text(Summary.version(run)));
    rows.put("Java", Markdown.text(environment.path("java").asText("not recorded")));
    rows.put("Data", Markdown.text(Facts.data(run)));
    rows.put("Started", Markdown.text(recorded.path("started").asText("not recorded")));
    rows.put("Took", Costs.of(run).map(Costs::text).orElse("not recorded"));
    rows.put("Digest", "`" + recorded.path("digest").asText() + "`");
    return rows;
  }

  /** The command, without the folders of the machine on which it was given. */
  private static String command(JsonNode arguments) {
    return StreamSupport.stream(arguments.spliterator(), false)
        .map(JsonNode::asText)
        .map(argument -> argument.startsWith("/") ? "DIR" : argument)
        .collect(Collectors.joining(" "));
  }
}
