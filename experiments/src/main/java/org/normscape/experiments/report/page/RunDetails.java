package org.normscape.experiments.report.page;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.normscape.experiments.report.metrics.RunRecord;

/** How a run came about, at the foot of a page: the command, the configuration, the provenance. */
final class RunDetails {

  private RunDetails() {}

  static String html(RunRecord run) {
    return """
        <section><h2>%s</h2>
        <p>To run it again:</p><pre class="command"><code>%s</code></pre>
        <details><summary>Configuration, fully resolved</summary><pre><code>%s</code></pre></details>
        <details><summary>Provenance</summary><pre><code>%s</code></pre></details></section>
        """
        .formatted(
            Html.text("The run " + run.name()),
            Html.text(command(run)),
            Html.text(pretty(run.config())),
            Html.text(pretty(run.provenance())));
  }

  /** The command that was given, or else one that says the same. */
  private static String command(RunRecord run) {
    JsonNode given = run.provenance().path("command");
    if (given.isArray()) {
      return StreamSupport.stream(given.spliterator(), false)
          .map(argument -> quoted(argument.asText()))
          .collect(Collectors.joining(" ", "./normscape ", ""));
    }
    String options =
        Stream.of("backend", "device", "numerics", "scale")
            .flatMap(key -> run.setting(key).map(value -> " --" + key + " " + value).stream())
            .collect(Collectors.joining());
    return "./normscape run " + run.setting("name").orElse(run.name()) + options;
  }

  /** An argument as a shell takes it for one. */
  private static String quoted(String argument) {
    return argument.matches("[\\w./:=,+@%^-]+")
        ? argument
        : "'" + argument.replace("'", "'\\''") + "'";
  }

  private static String pretty(JsonNode json) {
    return json.isMissingNode() ? "not recorded" : json.toPrettyString();
  }
}
