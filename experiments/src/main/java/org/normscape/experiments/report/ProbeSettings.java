package org.normscape.experiments.report;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/** How the probe along the gradient was set, in words. */
final class ProbeSettings {

  private static final Map<String, String> STATISTICS =
      Map.of(
          "batch",
          "Normalizations use the statistics of the batch, and move their running statistics.",
          "batch-frozen-running",
          "Normalizations use the statistics of the batch; their running statistics stay as they are.",
          "running",
          "Normalizations use their running statistics, which stay as they are.");

  private ProbeSettings() {}

  static String html(JsonNode config) {
    JsonNode probe = config.path("probe").path("landscape");
    if (probe.isMissingNode()) {
      return "";
    }
    return Stream.of(
            "g is taken with respect to the parameters with these roles: "
                + list(probe.path("parameters"))
                + ".",
            "The penalty of the weight decay is %s; its factor is %s."
                .formatted(
                    probe.path("weight-decay").asText().equals("included")
                        ? "part of the loss that is probed"
                        : "not part of the loss that is probed",
                    config.at("/optimizer/weight-decay/factor").asText()),
            STATISTICS.getOrDefault(
                probe.path("statistics").asText(), probe.path("statistics").asText()),
            "The step lengths ε are the learning rate, %s, times %s."
                .formatted(
                    config.at("/optimizer/learning-rate").asText(),
                    list(probe.path("step-lengths"))),
            "It is measured every %s steps, from step %s."
                .formatted(probe.path("every").asText(), probe.path("first").asText()))
        .map(sentence -> Html.element("li", "", Html.text(sentence)))
        .collect(Collectors.joining("", "<h3>In this run</h3><ul class=\"settings\">", "</ul>"));
  }

  private static String list(JsonNode values) {
    return StreamSupport.stream(values.spliterator(), false)
        .map(JsonNode::asText)
        .collect(Collectors.joining(", "));
  }
}
