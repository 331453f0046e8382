package org.normscape.experiments.results;

import java.util.List;
import org.normscape.experiments.config.kind.Kinds;
import org.normscape.experiments.report.drawing.Drawing;
import org.normscape.experiments.report.drawing.Findings;
import org.normscape.experiments.report.metrics.RunRecord;
import org.normscape.experiments.report.study.Note;

/**
 * A figure of a page: its file, and what is said of it.
 *
 * @param title its title, one line
 * @param file the path of its file, from the page
 * @param alternative what is to be seen in it, for who does not see it
 * @param caption what is shown, in sentences
 * @param notes what its quantities are
 */
record Illustration(
    String title, String file, String alternative, String caption, List<Note> notes) {

  Illustration {
    notes = List.copyOf(notes);
  }

  static Illustration of(Drawing drawing, String file, RunRecord run, Kinds kinds) {
    return new Illustration(
        drawing.title(),
        file,
        Findings.of(drawing),
        drawing.caption(),
        Note.of(drawing, run, kinds));
  }
}
