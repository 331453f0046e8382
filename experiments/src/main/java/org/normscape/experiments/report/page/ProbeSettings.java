package org.normscape.experiments.report.page;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.normscape.experiments.report.metrics.RunRecord;

/** How probes were set: every key of their configuration with its value. */
final class ProbeSettings {

  private ProbeSettings() {}

  /** The settings of the probes of the first run, where it has any. */
  static String of(List<RunRecord> runs) {
    JsonNode config = runs.get(0).config();
    String probes =
        Stream.of(config.path("probes"), config.path("probe"))
            .flatMap(ProbeSettings::groups)
            .map(group -> table(group.getKey(), group.getValue()))
            .collect(Collectors.joining());
    return probes.isEmpty() ? "" : "<h3>How it was measured in this run</h3>" + probes;
  }

  /** The groups of a list or of a group, each by its name or its kind. */
  private static Stream<Map.Entry<String, JsonNode>> groups(JsonNode probes) {
    return probes.isArray()
        ? StreamSupport.stream(probes.spliterator(), false)
            .map(probe -> Map.entry(probe.path("kind").asText(), probe))
        : probes.properties().stream().filter(probe -> probe.getValue().isObject());
  }

  private static String table(String name, JsonNode settings) {
    String rows =
        settings.properties().stream()
            .filter(setting -> !setting.getKey().equals("kind"))
            .map(
                setting ->
                    Html.element("th", "scope=\"row\"", Html.text(setting.getKey()))
                        + Html.element("td", "", Html.text(text(setting.getValue()))))
            .map(cells -> Html.element("tr", "", cells))
            .collect(Collectors.joining());
    return "<div class=\"scroll\"><table class=\"settings\"><caption>%s</caption><tbody>%s</tbody></table></div>"
        .formatted(Html.text(name), rows);
  }

  private static String text(JsonNode value) {
    if (value.isArray()) {
      return StreamSupport.stream(value.spliterator(), false)
          .map(ProbeSettings::text)
          .collect(Collectors.joining(", "));
    }
    return value.isObject()
        ? value.properties().stream()
            .map(setting -> setting.getKey() + " = " + text(setting.getValue()))
            .collect(Collectors.joining(", "))
        : value.asText();
  }
}
