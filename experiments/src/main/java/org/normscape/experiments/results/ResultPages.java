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
import org.normscape.experiments.run.Json;

/**
 * The pages of results: {@code README.md} with all claims, {@code NAME.md} for each experiment and
 * {@code figures/NAME-BACKEND-FIGURE.svg}.
 *
 * @param folder where they are
 * @param command the command that makes them, which the index names
 * @param kinds knows the probes that the pages explain
 */
public record ResultPages(Path folder, String command, Kinds kinds) {

  private static final String FIGURES = "figures";

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
   * Writes the index.
   *
   * @throws org.normscape.experiments.UserError when the folder cannot be written
   */
  public void writeIndex(List<Result> results) {
    try {
      Files.createDirectories(folder);
      Files.writeString(folder.resolve("README.md"), IndexPage.of(results, command));
    } catch (IOException e) {
      throw Json.unwritable(folder, e);
    }
  }
}
