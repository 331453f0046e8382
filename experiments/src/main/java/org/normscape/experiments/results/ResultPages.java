package org.normscape.experiments.results;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.normscape.experiments.config.kind.Kinds;
import org.normscape.experiments.report.drawing.Drawing;
import org.normscape.experiments.report.metrics.RunRecord;
import org.normscape.experiments.report.picture.Picture;
import org.normscape.experiments.run.TaskCosts;
import org.normscape.experiments.run.file.Json;

/**
 * The pages of results: {@code README.md} with all claims, {@code NAME.md} for each experiment,
 * {@code figures/NAME-BACKEND-FIGURE.svg}, and {@code results.json} with what the pages say.
 *
 * @param folder where they are
 * @param kinds knows the probes that the pages explain
 */
public record ResultPages(Path folder, Kinds kinds) {

  private static final String FIGURES = "figures";

  /**
   * How long runs take, by those that were made here and by the results that the folder has.
   *
   * @param runs in the order in which they were started
   * @param tasks how long their tasks took
   * @throws org.normscape.experiments.UserError when the folder holds a file of earlier results
   *     that cannot be read
   */
  public Costs costs(List<RunRecord> runs, TaskCosts tasks) {
    return new Costs(runs, tasks, Summaries.in(folder)::took);
  }

  /**
   * Adds a result: writes its figures, and the page of its experiment and the index anew. All
   * results that the folder has stay but that of the same experiment on the same backend.
   *
   * @throws org.normscape.experiments.UserError when the folder cannot be written, or holds a file
   *     of earlier results that cannot be read
   */
  public void add(Result result) {
    try {
      Files.createDirectories(folder.resolve(FIGURES));
      Summaries before = Summaries.in(folder);
      Summary summary = Summary.of(result, figures(result));
      Summaries all = before.with(summary);
      all.write(folder);
      String name = summary.experiment();
      Files.writeString(folder.resolve(name + ".md"), ExperimentPage.of(all.of(name)));
      Files.writeString(folder.resolve("README.md"), IndexPage.of(all));
      forget(before.replacedBy(summary).map(Summary::figures).orElse(List.of()), summary.figures());
    } catch (IOException e) {
      throw Json.unwritable(folder, e);
    }
  }

  private List<Illustration> figures(Result result) throws IOException {
    List<Illustration> figures = new ArrayList<>();
    if (result.run().isPresent()) {
      for (Drawing drawing : result.drawings()) {
        String file =
            "%s/%s-%s-%s.svg"
                .formatted(FIGURES, result.spec().name(), result.backend(), drawing.name());
        Files.write(folder.resolve(file), Picture.svg(drawing));
        figures.add(Illustration.of(drawing, file, result.run().get(), kinds));
      }
    }
    return figures;
  }

  private void forget(List<Illustration> old, List<Illustration> anew) throws IOException {
    List<String> kept = anew.stream().map(Illustration::file).toList();
    for (Illustration figure : old) {
      if (!kept.contains(figure.file())) {
        Files.deleteIfExists(folder.resolve(figure.file()));
      }
    }
  }
}
