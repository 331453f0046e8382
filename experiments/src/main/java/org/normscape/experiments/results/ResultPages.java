package org.normscape.experiments.results;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.normscape.experiments.config.kind.Kinds;
import org.normscape.experiments.report.drawing.Drawing;
import org.normscape.experiments.report.picture.Picture;
import org.normscape.experiments.run.file.Json;

/**
 * The pages of results: {@code README.md} with all claims, {@code NAME.md} for each experiment,
 * {@code figures/NAME-BACKEND-FIGURE.svg}, and {@code results.json} with what the index says.
 *
 * @param folder where they are
 * @param kinds knows the probes that the pages explain
 */
public record ResultPages(Path folder, Kinds kinds) {

  private static final String FIGURES = "figures";

  /**
   * Finds out whether earlier results can be kept, before anything is run.
   *
   * @throws org.normscape.experiments.UserError when the folder holds a file of earlier results
   *     that cannot be read
   */
  public void check() {
    Summaries.in(folder);
  }

  /**
   * Writes the page of one experiment with its figures.
   *
   * @param results those of the experiment, one a backend
   * @throws org.normscape.experiments.UserError when the folder cannot be written
   */
  public void writeExperiment(List<Result> results) {
    String name = results.get(0).spec().name();
    try {
      Files.createDirectories(folder.resolve(FIGURES));
      Map<String, Map<String, Drawing>> figures = new LinkedHashMap<>();
      for (Result result : results) {
        for (Drawing drawing : result.drawings()) {
          String file =
              "%s/%s-%s-%s.svg".formatted(FIGURES, name, result.backend(), drawing.name());
          Files.write(folder.resolve(file), Picture.svg(drawing));
          figures
              .computeIfAbsent(drawing.title(), title -> new LinkedHashMap<>())
              .put(file, drawing);
        }
      }
      Files.writeString(folder.resolve(name + ".md"), ExperimentPage.of(results, figures, kinds));
    } catch (IOException e) {
      throw Json.unwritable(folder, e);
    }
  }

  /**
   * Writes the index: of these experiments, and of all others whose results are there already.
   *
   * @throws org.normscape.experiments.UserError when the folder cannot be written, or holds a file
   *     of earlier results that cannot be read
   */
  public void writeIndex(List<Result> results) {
    try {
      Files.createDirectories(folder);
      Summaries summaries = Summaries.in(folder).with(results.stream().map(Summary::of).toList());
      summaries.write(folder);
      Files.writeString(folder.resolve("README.md"), IndexPage.of(summaries));
    } catch (IOException e) {
      throw Json.unwritable(folder, e);
    }
  }
}
