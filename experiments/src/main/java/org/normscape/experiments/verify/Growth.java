package org.normscape.experiments.verify;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.normscape.experiments.report.drawing.Drawing;
import org.normscape.experiments.report.figure.DifferenceCurves;
import org.normscape.experiments.report.picture.Picture;

/** Draws how far two runs drift apart. */
public final class Growth {

  private Growth() {}

  /**
   * Writes figures as SVG and PNG into a folder, which is made when missing.
   *
   * @param name what the files are called, up to a number
   * @param title what is shown
   */
  public static void draw(Path folder, String name, String title, List<Gap> gaps)
      throws IOException {
    Files.createDirectories(folder);
    List<DifferenceCurves.Sample> samples =
        gaps.stream()
            .map(
                g -> new DifferenceCurves.Sample(g.quantity().name(), g.cell(), g.step(), g.size()))
            .toList();
    for (Drawing figure : DifferenceCurves.draw(name, title, samples)) {
      Files.write(folder.resolve(figure.name() + ".svg"), Picture.svg(figure));
      Files.write(folder.resolve(figure.name() + ".png"), Picture.png(figure));
    }
  }
}
