package org.normscape.experiments.report.page;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
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
    Map<Map.Entry<String, JsonNode>, List<String>> cells = new LinkedHashMap<>();
    int count = 0;
    for (JsonNode cell : runs.get(0).config().path("cells")) {
      count++;
      for (Map.Entry<String, JsonNode> probe : cell.path("probes").properties()) {
        cells.computeIfAbsent(probe, p -> new ArrayList<>()).add(cell.path("name").asText());
      }
    }
    StringBuilder tables = new StringBuilder();
    for (Map.Entry<Map.Entry<String, JsonNode>, List<String>> one : cells.entrySet()) {
      boolean everywhere = one.getValue().size() == count;
      String name = one.getKey().getKey();
      String where = everywhere ? "" : " in " + String.join(", ", one.getValue());
      tables.append(table(name + where, name, one.getKey().getValue()));
    }
    return tables.isEmpty() ? "" : "<h3>How it was measured in this run</h3>" + tables;
  }

  private String table(String caption, String name, JsonNode settings) {
    Map<String, String> meanings = meanings(settings.path(Forms.KIND).asText(name));
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
        .formatted(Html.text(caption), rows);
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
