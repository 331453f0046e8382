package org.normscape.experiments.report.overview;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.normscape.experiments.UserError;
import org.normscape.experiments.report.metrics.RunRecord;

/**
 * The runs that were found, and what could not be read.
 *
 * @param runs in the order in which they were started
 * @param problems a sentence for each folder of a run that is broken
 */
public record Shelf(List<RunRecord> runs, List<String> problems) {

  private static final String CONFIG = "config.json";

  public Shelf {
    runs = runs.stream().sorted(Comparator.comparing(Shelf::started)).toList();
    problems = List.copyOf(problems);
  }

  /**
   * The runs in some places.
   *
   * @param places folders of runs, or folders in which such folders are
   * @throws UserError when a place is neither
   */
  public static Shelf of(List<Path> places) throws IOException {
    List<RunRecord> runs = new ArrayList<>();
    List<String> problems = new ArrayList<>();
    for (Path place : places) {
      for (Path folder : folders(place)) {
        try {
          runs.add(RunRecord.read(folder));
        } catch (UserError broken) {
          problems.add(broken.getMessage());
        }
      }
    }
    return new Shelf(runs, problems);
  }

  private static List<Path> folders(Path place) throws IOException {
    if (Files.exists(place.resolve(CONFIG))) {
      return List.of(place);
    }
    if (!Files.isDirectory(place)) {
      throw UserError.usage(
          "run: must be the folder of a run, or a folder of such folders, but %s is neither. To fix: name the one that \"normscape run\" printed."
              .formatted(place));
    }
    try (Stream<Path> inside = Files.list(place)) {
      return inside.filter(folder -> Files.exists(folder.resolve(CONFIG))).sorted().toList();
    }
  }

  /**
   * The last of each experiment, backend, scale and numerics; a complete one, where there is one.
   */
  public Shelf latest() {
    Map<List<String>, RunRecord> latest = new LinkedHashMap<>();
    for (RunRecord run : runs) {
      latest.merge(
          kind(run), run, (old, young) -> young.isComplete() || !old.isComplete() ? young : old);
    }
    return new Shelf(List.copyOf(latest.values()), problems);
  }

  private static List<String> kind(RunRecord run) {
    return Stream.of("name", "backend", "scale", "numerics")
        .map(key -> run.setting(key).orElse(""))
        .toList();
  }

  private static String started(RunRecord run) {
    return run.provenance().path("started").asText(run.name());
  }
}
