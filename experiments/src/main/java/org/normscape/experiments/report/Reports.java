package org.normscape.experiments.report;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.normscape.experiments.config.Binder;
import org.normscape.experiments.report.drawing.Drawing;
import org.normscape.experiments.report.metrics.RunRecord;
import org.normscape.experiments.report.page.Drawn;
import org.normscape.experiments.report.page.Page;
import org.normscape.experiments.report.picture.Picture;
import org.normscape.experiments.report.study.Study;
import org.normscape.experiments.report.surface.Surfaces;

/** Writes reports on runs. */
public final class Reports {

  private Reports() {}

  /**
   * Writes {@code figures/*.svg}, {@code figures/*.png}, {@code surfaces/*.vts} and {@code
   * report.html} into a run directory, with our own kinds of plots.
   *
   * @return a summary for the terminal, about one screen
   * @throws org.normscape.experiments.UserError when the directory is not a run, or a file in it is
   *     broken
   */
  public static String write(Path run) throws IOException {
    return write(run, ours());
  }

  /**
   * The same with the kinds of plots that a binder knows.
   *
   * @return a summary for the terminal, about one screen
   * @throws org.normscape.experiments.UserError when the directory is not a run, or a file in it is
   *     broken
   */
  public static String write(Path run, Binder binder) throws IOException {
    RunRecord record = RunRecord.read(run);
    Path surfaces = run.resolve("surfaces");
    int count = new Surfaces(record.metrics()).write(surfaces);
    return write(Study.of(List.of(record), binder), run, binder)
        + (count > 0 ? "surfaces " + surfaces + "\n" : "");
  }

  /**
   * Writes the same for several runs side by side into a directory of its own. Cells are named
   * after the backend and the directory of their run.
   */
  public static String compare(List<Path> runs, Path directory) throws IOException {
    return compare(runs, directory, ours());
  }

  /** The same with the kinds of plots that a binder knows. */
  public static String compare(List<Path> runs, Path directory, Binder binder) throws IOException {
    List<RunRecord> records = new ArrayList<>();
    for (Path run : runs) {
      records.add(RunRecord.read(run));
    }
    return write(Study.of(records, binder), directory, binder);
  }

  private static Binder ours() {
    return Binder.of(Reports.class.getClassLoader());
  }

  private static String write(Study study, Path directory, Binder binder) throws IOException {
    Path pictures = Files.createDirectories(directory.resolve("figures"));
    List<Drawn> drawn = new ArrayList<>();
    for (Drawing drawing : study.drawings()) {
      byte[] svg = Picture.svg(drawing);
      Files.write(pictures.resolve(drawing.name() + ".svg"), svg);
      Files.write(pictures.resolve(drawing.name() + ".png"), Picture.png(drawing));
      drawn.add(new Drawn(drawing, svg));
    }
    Path page = directory.resolve("report.html");
    Files.writeString(page, Page.of(study, drawn, binder.forms()));
    return TerminalSummary.of(study) + "\nreport   " + page + "\nfigures  " + pictures + "\n";
  }
}
