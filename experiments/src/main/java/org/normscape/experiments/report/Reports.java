package org.normscape.experiments.report;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.normscape.experiments.report.figure.Figure;
import org.normscape.experiments.report.figure.Picture;
import org.normscape.experiments.report.metrics.RunRecord;

/** Writes reports. A run may be reported on while it is going and as often as one likes. */
public final class Reports {

  private Reports() {}

  /**
   * Writes {@code figures/*.svg}, {@code figures/*.png} and {@code report.html} into a run
   * directory.
   *
   * @return a summary for the terminal, about one screen
   * @throws org.normscape.experiments.UserError when the directory is not a run, or a file in it is
   *     broken
   */
  public static String write(Path run) throws IOException {
    return write(Study.of(List.of(RunRecord.read(run))), run);
  }

  /**
   * Writes the same for several runs side by side into a directory of its own. Cells are named
   * after the backend and the directory of their run.
   */
  public static String compare(List<Path> runs, Path directory) throws IOException {
    List<RunRecord> records = new ArrayList<>();
    for (Path run : runs) {
      records.add(RunRecord.read(run));
    }
    return write(Study.of(records), directory);
  }

  private static String write(Study study, Path directory) throws IOException {
    Path pictures = Files.createDirectories(directory.resolve("figures"));
    List<Drawn> drawn = new ArrayList<>();
    for (Figure figure : study.figures()) {
      byte[] svg = Picture.svg(figure);
      Files.write(pictures.resolve(figure.name() + ".svg"), svg);
      Files.write(pictures.resolve(figure.name() + ".png"), Picture.png(figure));
      drawn.add(new Drawn(figure, svg));
    }
    Path page = directory.resolve("report.html");
    Files.writeString(page, Page.of(study, drawn));
    return TerminalSummary.of(study) + "\nreport   " + page + "\nfigures  " + pictures + "\n";
  }
}
