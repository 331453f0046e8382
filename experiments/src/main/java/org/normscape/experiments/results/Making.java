package org.normscape.experiments.results;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.normscape.experiments.report.metrics.RunRecord;
import org.normscape.experiments.report.study.Facts;

/**
 * How a result was made, in words that outlast the run; all of them empty where there is none.
 *
 * @param command the command, without the folders of the machine on which it was given
 * @param run the run in one line
 * @param backend the backend, its version and its device
 * @param processor the processor, and the number of its cores that were used
 * @param normscape the version of Normscape, and the commit where that is known
 * @param java the Java virtual machine
 * @param data the data
 * @param started when it started
 * @param seconds how long it took, at least 1; 0 where that was not recorded
 * @param digest the SHA-256 of what was measured
 */
record Making(
    String command,
    String run,
    String backend,
    String processor,
    String normscape,
    String java,
    String data,
    String started,
    long seconds,
    String digest) {

  private static final String NOT_RECORDED = "not recorded";

  static Making none() {
    return new Making("", "", "", "", "", "", "", "", 0, "");
  }

  static Making of(RunRecord run) {
    JsonNode recorded = run.provenance();
    JsonNode environment = recorded.path("environment");
    JsonNode backend = recorded.path("backend");
    return new Making(
        "normscape " + command(recorded.path("command")),
        Facts.line(run),
        "%s %s, %s"
            .formatted(
                backend.path("name").asText(),
                backend.path("version").asText(),
                backend.path("device").asText()),
        processor(environment),
        version(environment),
        environment.path("java").asText(NOT_RECORDED),
        Facts.data(run),
        recorded.path("started").asText(NOT_RECORDED),
        Costs.of(run).map(took -> Math.max(1, took.toSeconds())).orElse(0L),
        recorded.path("digest").asText());
  }

  /** How long it took; nothing where that was not recorded. */
  Optional<Duration> took() {
    return seconds == 0 ? Optional.empty() : Optional.of(Duration.ofSeconds(seconds));
  }

  /** What a page says of it, by what it is, in Markdown. */
  Map<String, String> rows() {
    Map<String, String> rows = new LinkedHashMap<>();
    rows.put("Command", "`" + command + "`");
    rows.put("Run", Markdown.text(run));
    rows.put("Backend", Markdown.text(backend));
    rows.put("Processor", Markdown.text(processor));
    rows.put("Normscape", Markdown.text(normscape));
    rows.put("Java", Markdown.text(java));
    rows.put("Data", Markdown.text(data));
    rows.put("Started", Markdown.text(started));
    rows.put("Took", took().map(Costs::text).orElse(NOT_RECORDED));
    rows.put("Digest", "`" + digest + "`");
    return rows;
  }

  /** How long something took tells nothing without the number of cores. */
  private static String processor(JsonNode environment) {
    String cores = environment.path("cores").asText();
    return environment.path("cpu").asText(NOT_RECORDED)
        + (cores.isEmpty() ? "" : cores.equals("1") ? ", 1 core" : ", %s cores".formatted(cores));
  }

  private static String version(JsonNode environment) {
    String commit = environment.path("commit").asText();
    return environment.path("normscape").asText() + (commit.isEmpty() ? "" : ", commit " + commit);
  }

  private static String command(JsonNode arguments) {
    return StreamSupport.stream(arguments.spliterator(), false)
        .map(JsonNode::asText)
        .map(argument -> argument.startsWith("/") ? "DIR" : argument)
        .collect(Collectors.joining(" "));
  }
}
