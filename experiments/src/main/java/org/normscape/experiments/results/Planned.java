package org.normscape.experiments.results;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.normscape.experiments.UserError;
import org.normscape.experiments.report.metrics.RunRecord;
import org.normscape.experiments.run.Datasets;
import org.normscape.experiments.run.Environment;
import org.normscape.experiments.run.Provenance;
import org.normscape.experiments.run.file.Json;
import org.normscape.experiments.run.lock.Owner;
import org.normscape.experiments.spec.ExperimentSpec;
import org.normscape.experiments.spec.SpecJson;

/**
 * An experiment on a backend.
 *
 * @param spec what is carried out
 * @param there the finished run that makes another one unnecessary
 * @param begun a run that was ended before it was finished, and can go on
 */
public record Planned(ExperimentSpec spec, Optional<RunRecord> there, Optional<RunRecord> begun) {

  private static final ObjectMapper JSON = new ObjectMapper();

  /** What a configuration says about reports alone: no number depends on it. */
  private static final List<String> OF_REPORTS =
      List.of("title", "description", "source", "figures", "claims");

  /**
   * The experiment, with the latest run that is the same: it has the same configuration, data and
   * versions, on the same backend. Where its data cannot be had there is none: the run that is then
   * begun says why.
   *
   * @param runs those that there are, in the order in which they were started
   */
  public static Planned of(ExperimentSpec spec, Datasets datasets, List<RunRecord> runs) {
    try {
      List<RunRecord> same = same(runs, spec, datasets.provenance(spec.cells()));
      Optional<RunRecord> there = last(same.stream().filter(RunRecord::isComplete));
      Optional<RunRecord> begun =
          there.isPresent() ? Optional.empty() : last(same.stream().filter(Planned::canGoOn));
      return new Planned(spec, there, begun);
    } catch (UserError missingData) {
      return new Planned(spec, Optional.empty(), Optional.empty());
    }
  }

  private static List<RunRecord> same(
      List<RunRecord> runs, ExperimentSpec spec, Map<String, Provenance.Data> data) {
    JsonNode config = identity(json(SpecJson.tree(spec)));
    JsonNode bits = bits(json(data));
    Map<String, String> versions = Environment.versions();
    return runs.stream()
        .filter(run -> identity(run.config()).equals(config))
        .filter(run -> bits(run.provenance().path("data")).equals(bits))
        .filter(run -> isOf(versions, run.provenance().path("environment")))
        .toList();
  }

  private static boolean isOf(Map<String, String> versions, JsonNode environment) {
    return versions.entrySet().stream()
        .allMatch(it -> environment.path(it.getKey()).asText().equals(it.getValue()));
  }

  private static Optional<RunRecord> last(Stream<RunRecord> runs) {
    return runs.reduce((earlier, later) -> later);
  }

  /** Whether nobody writes a run that has not come to its end. */
  private static boolean canGoOn(RunRecord run) {
    try {
      return Owner.of(run.directory()).filter(Owner::mayBeAlive).isEmpty();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
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
