package org.normscape.experiments.results;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.normscape.experiments.UserError;
import org.normscape.experiments.report.metrics.RunRecord;
import org.normscape.experiments.run.Datasets;
import org.normscape.experiments.run.Environment;
import org.normscape.experiments.run.Json;
import org.normscape.experiments.run.Provenance;
import org.normscape.experiments.spec.ExperimentSpec;
import org.normscape.experiments.spec.SpecJson;

/**
 * An experiment on a backend.
 *
 * @param spec what is carried out
 * @param there the finished run that makes another one unnecessary
 */
public record Planned(ExperimentSpec spec, Optional<RunRecord> there) {

  private static final ObjectMapper JSON = new ObjectMapper();

  /** What a configuration says about reports alone: no number depends on it. */
  private static final List<String> OF_REPORTS =
      List.of("title", "description", "source", "figures", "claims");

  /**
   * The experiment, with the latest complete run that has the same configuration, data and version
   * of Normscape, which fixes those of the backends. Where its data cannot be had there is none:
   * the run that is then begun says why.
   *
   * @param runs those that there are, in the order in which they were started
   */
  public static Planned of(ExperimentSpec spec, Datasets datasets, List<RunRecord> runs) {
    try {
      return new Planned(spec, among(runs, spec, datasets.provenance(spec.cells())));
    } catch (UserError missingData) {
      return new Planned(spec, Optional.empty());
    }
  }

  private static Optional<RunRecord> among(
      List<RunRecord> runs, ExperimentSpec spec, Map<String, Provenance.Data> data) {
    JsonNode config = identity(json(SpecJson.tree(spec)));
    JsonNode bits = bits(json(data));
    String version = Environment.describe().getOrDefault("normscape", "");
    return runs.stream()
        .filter(RunRecord::isComplete)
        .filter(run -> identity(run.config()).equals(config))
        .filter(run -> bits(run.provenance().path("data")).equals(bits))
        .filter(
            run -> run.provenance().path("environment").path("normscape").asText().equals(version))
        .reduce((earlier, later) -> later);
  }

  private static JsonNode identity(JsonNode config) {
    ObjectNode identity = JSON.createObjectNode();
    config.properties().forEach(entry -> identity.set(entry.getKey(), entry.getValue()));
    return identity.remove(OF_REPORTS);
  }

  /** The digests of the data of each cell. */
  private static JsonNode bits(JsonNode data) {
    ObjectNode bits = JSON.createObjectNode();
    data.properties().forEach(cell -> bits.set(cell.getKey(), cell.getValue().path("sha256")));
    return bits;
  }

  private static JsonNode json(Object tree) {
    try {
      return JSON.readTree(Json.line(tree));
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("JSON that was written can be read.", e);
    }
  }

  /** What it is called: {@code landscape on nd4j}. */
  public String name() {
    return "%s on %s".formatted(spec.name(), spec.backend());
  }
}
