package org.normscape.experiments.run;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.normscape.backend.Backend;
import org.normscape.experiments.UserError;
import org.normscape.experiments.run.file.Json;
import org.normscape.experiments.run.file.JsonDifferences;
import org.normscape.experiments.spec.CellSpec;
import org.normscape.experiments.spec.ExperimentSpec;
import org.normscape.experiments.spec.SpecJson;

/**
 * What decides the results of a task: the resolved configuration of its cell, its seed, the bits of
 * its data and of other files that it reads, and the versions of what computes them. Two tasks of
 * one identity have the same results: in exact numerics everywhere, in fast numerics on one machine
 * with the same kernels.
 *
 * @param tree all of it by name, as JSON
 */
public record Identity(JsonNode tree) {

  /** Keys in alphabetical order: that of some maps is another one in each process. */
  private static final ObjectMapper JSON =
      JsonMapper.builder().enable(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS).build();

  private static final String NAME = "identity.json";
  private static final String IDENTITY = "identity";
  private static final String SHA256 = "sha256";
  private static final String SEED = "seed";
  private static final int SHOWN = 5;

  /** The identities of all tasks of an experiment, by the folders that they have in a run. */
  public static Map<Path, Identity> of(
      ExperimentSpec spec, Backend backend, Datasets data, Path run) {
    Map<String, Provenance.Data> used = data.provenance(spec.cells());
    Map<Path, Identity> identities = new LinkedHashMap<>();
    for (CellSpec cell : spec.cells()) {
      Provenance.Data own = Objects.requireNonNull(used.get(cell.name()));
      ObjectNode ofCell = json(tree(spec, cell, backend, own));
      for (long seed : spec.seeds()) {
        identities.put(Task.of(run, cell.name(), seed).folder(), of(ofCell, seed));
      }
    }
    return identities;
  }

  /** The identity of one task of an experiment. */
  public static Identity of(
      ExperimentSpec spec, CellSpec cell, long seed, Backend backend, Datasets data) {
    Map<String, Provenance.Data> used = data.provenance(List.of(cell));
    Provenance.Data own = Objects.requireNonNull(used.get(cell.name()));
    return of(json(tree(spec, cell, backend, own)), seed);
  }

  /** All of it but the seed. */
  private static Map<String, Object> tree(
      ExperimentSpec spec, CellSpec cell, Backend backend, Provenance.Data data) {
    Map<String, Object> tree = new LinkedHashMap<>();
    tree.put("cell", SpecJson.tree(cell));
    tree.put("numerics", spec.numerics().name().toLowerCase(Locale.ROOT));
    tree.put("data", data.sha256());
    cell.weights().ifPresent(weights -> tree.put("weights", weights.sha256()));
    SortedMap<String, String> files = FilesRead.of(cell);
    if (!files.isEmpty()) {
      tree.put("files", files);
    }
    tree.put("backend", backend(backend));
    tree.put("versions", Environment.versions());
    return tree;
  }

  /** What all seeds of a cell share, and a seed in its place. */
  private static Identity of(ObjectNode ofCell, long seed) {
    Map<String, JsonNode> all = new TreeMap<>();
    ofCell.properties().forEach(it -> all.put(it.getKey(), it.getValue()));
    all.put(SEED, number(seed));
    return new Identity(new ObjectNode(JSON.getNodeFactory(), new LinkedHashMap<>(all)));
  }

  /** A number of the type that its digits have when they are read. */
  private static JsonNode number(long value) {
    return value == (int) value
        ? JSON.getNodeFactory().numberNode((int) value)
        : JSON.getNodeFactory().numberNode(value);
  }

  /** As it is read back: numbers have the types that their digits have. */
  private static ObjectNode json(Map<String, Object> tree) {
    try {
      return (ObjectNode) JSON.readTree(JSON.writeValueAsString(tree));
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("a tree of maps and lists is JSON", e);
    }
  }

  private static Map<String, String> backend(Backend backend) {
    return Map.of(
        "name", backend.info().name(),
        "version", backend.info().version(),
        "device", backend.info().device().toString());
  }

  /** What another identity has differently, in words, key by key; nothing where it is the same. */
  public List<String> changesTo(Identity other) {
    return JsonDifferences.between(tree, other.tree);
  }

  /** The SHA-256 of all of it, in hexadecimal. */
  public String sha256() {
    return RunDirectory.sha256(tree);
  }

  /** The identity that a task's folder has; none where it has none, or one that is damaged. */
  public static Optional<Identity> read(Path task) throws IOException {
    Path file = task.resolve(NAME);
    if (!Files.exists(file)) {
      return Optional.empty();
    }
    try {
      JsonNode read = JSON.readTree(Files.readAllBytes(file));
      return Optional.of(new Identity(read.path(IDENTITY)))
          .filter(identity -> identity.sha256().equals(read.path(SHA256).asText()));
    } catch (JacksonException damaged) {
      return Optional.empty();
    }
  }

  /** Writes this into a task's folder, which is made where there is none. */
  public void write(Path task) {
    try {
      Files.createDirectories(task);
    } catch (IOException e) {
      throw Json.unwritable(task, e);
    }
    Map<String, Object> sealed = new LinkedHashMap<>();
    sealed.put(IDENTITY, tree);
    sealed.put(SHA256, sha256());
    Json.write(task.resolve(NAME), sealed);
  }

  /**
   * Checks that a task that was begun goes on as what it was.
   *
   * @param run the folder of its run, which the error names
   * @throws UserError when it would not; the message says in what, key by key
   */
  void checkUnchanged(Identity before, Path run) {
    List<String> changed = before.changesTo(this);
    if (!changed.isEmpty()) {
      int left = changed.size() - SHOWN;
      throw UserError.usage(
          "%s: a run goes on only as what it was, but these have changed since: %s%s. To fix: undo that, or start a new run."
              .formatted(
                  run,
                  String.join(", ", changed.subList(0, Math.min(SHOWN, changed.size()))),
                  left > 0 ? " and %s more".formatted(left) : ""));
    }
  }
}
