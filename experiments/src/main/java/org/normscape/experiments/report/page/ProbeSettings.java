package org.normscape.experiments.report.page;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.normscape.experiments.config.document.DescribedKey;
import org.normscape.experiments.config.document.Reference;
import org.normscape.experiments.config.form.Forms;
import org.normscape.experiments.report.metrics.RunRecord;
import org.normscape.probe.Probe;

/**
 * How probes were set: every key of their configuration with its value and what it means, as the
 * probe's record says.
 *
 * @param forms knows the probes
 */
record ProbeSettings(Forms forms) {

  private static final String ROW = "scope=\"row\"";

  /** The settings of the probes of the first run, where it has any. */
  String of(List<RunRecord> runs) {
    JsonNode config = runs.get(0).config();
    String probes =
        Stream.of(config.path("probes"), config.path("probe"))
            .flatMap(ProbeSettings::groups)
            .map(group -> table(group.getKey(), group.getValue()))
            .collect(Collectors.joining());
    return probes.isEmpty() ? "" : "<h3>How it was measured in this run</h3>" + probes;
  }

  /** The groups of a list or of a group, each by its kind or its name. */
  private static Stream<Map.Entry<String, JsonNode>> groups(JsonNode probes) {
    return probes.isArray()
        ? StreamSupport.stream(probes.spliterator(), false)
            .map(probe -> Map.entry(probe.path(Forms.KIND).asText(), probe))
        : probes.properties().stream()
            .filter(probe -> probe.getValue().isObject())
            .map(p -> Map.entry(p.getValue().path(Forms.KIND).asText(p.getKey()), p.getValue()));
  }

  private String table(String name, JsonNode settings) {
    Map<String, String> meanings = meanings(name);
    String rows =
        settings.properties().stream()
            .filter(setting -> !setting.getKey().equals(Forms.KIND))
            .map(
                setting ->
                    Html.element("th", ROW, Html.text(setting.getKey()))
                        + Html.element("td", "", Html.text(text(setting.getValue())))
                        + Html.element(
                            "td", "", Html.text(meanings.getOrDefault(setting.getKey(), ""))))
            .map(cells -> Html.element("tr", "", cells))
            .collect(Collectors.joining());
    return "<div class=\"scroll\"><table class=\"settings\"><caption>%s</caption><tbody>%s</tbody></table></div>"
        .formatted(Html.text(name), rows);
  }

  /** What the record of a probe says of its keys; nothing of a probe that is not known here. */
  private Map<String, String> meanings(String name) {
    Reference reference = new Reference(forms, List.of());
    return forms.kinds().named(Probe.class, name).stream()
        .flatMap(kind -> reference.keys(kind.type()).stream())
        .collect(Collectors.toMap(DescribedKey::key, DescribedKey::text, (one, other) -> one));
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
