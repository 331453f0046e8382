package org.normscape.experiments.results;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.normscape.experiments.UserError;
import org.normscape.experiments.run.file.Json;

/**
 * The summaries of all experiments that have a page in a folder of results, whenever and on
 * whichever machine they were run: {@code results.json}, from which the index is made.
 *
 * @param all sorted by the names of experiments
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
          "%s: must hold the results of earlier commands, but it cannot be read (%s). To fix: restore the file, or name another folder with --out."
              .formatted(file, e.getMessage()),
          e);
    }
  }

  /** These, with all of some experiments replaced by new ones. */
  Summaries with(List<Summary> anew) {
    Set<String> replaced = anew.stream().map(Summary::experiment).collect(Collectors.toSet());
    Stream<Summary> kept = all.stream().filter(it -> !replaced.contains(it.experiment()));
    return new Summaries(
        Stream.concat(kept, anew.stream())
            .sorted(Comparator.comparing(Summary::experiment))
            .toList());
  }

  /** Puts them into a folder. */
  void write(Path folder) {
    Json.write(folder.resolve(NAME), all);
  }
}
