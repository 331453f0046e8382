package org.normscape.experiments.results;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.normscape.experiments.UserError;
import org.normscape.experiments.run.file.Json;
import org.normscape.experiments.spec.ExperimentSpec;

/**
 * The summaries of all results in a folder, whenever and on whichever machine they were made:
 * {@code results.json}, from which all pages are made.
 *
 * @param all one for each experiment on each backend, sorted by the names of experiments
 */
record Summaries(List<Summary> all) {

  private static final String NAME = "results.json";
  private static final ObjectMapper JSON = new ObjectMapper();

  Summaries {
    all = List.copyOf(all);
  }

  /**
   * Those that a folder has; none where it has no file of them.
   *
   * @throws UserError when the file cannot be read
   */
  static Summaries in(Path folder) {
    Path file = folder.resolve(NAME);
    if (!Files.exists(file)) {
      return new Summaries(List.of());
    }
    try {
      return new Summaries(
          Arrays.asList(JSON.readValue(Files.readAllBytes(file), Summary[].class)));
    } catch (IOException | NullPointerException e) {
      throw UserError.failure(
          "%s: must hold the results of earlier commands of this version, but it cannot be read (%s). To fix: restore the file, or name another folder with --out."
              .formatted(file, e.getMessage()),
          e);
    }
  }

  /** These, with a new one, which replaces that of the same experiment on the same backend. */
  Summaries with(Summary anew) {
    Stream<Summary> kept = all.stream().filter(it -> !anew.replaces(it));
    return new Summaries(
        Stream.concat(kept, Stream.of(anew))
            .sorted(Comparator.comparing(Summary::experiment))
            .toList());
  }

  /** The one that a new one replaces. */
  Optional<Summary> replacedBy(Summary anew) {
    return all.stream().filter(anew::replaces).findFirst();
  }

  /** Those of one experiment, one a backend. */
  List<Summary> of(String experiment) {
    return all.stream().filter(it -> it.experiment().equals(experiment)).toList();
  }

  /** How long the result of an experiment took, where there is one of this scale and backend. */
  Optional<Duration> took(ExperimentSpec spec) {
    return of(spec.name()).stream()
        .filter(it -> it.scale().equals(spec.scale()) && it.backend().equals(spec.backend()))
        .flatMap(it -> it.made().took().stream())
        .findFirst();
  }

  /** Puts them into a folder. */
  void write(Path folder) {
    Json.write(folder.resolve(NAME), all);
  }
}
