package org.normscape.bench;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.normscape.bench.measure.Answer;
import org.normscape.bench.measure.AnswerFigure;
import org.normscape.bench.measure.Document;
import org.normscape.bench.measure.Outcome;
import org.normscape.bench.measure.Table;
import org.normscape.experiments.UserError;
import org.normscape.experiments.report.drawing.Drawing;
import org.normscape.experiments.report.picture.Picture;
import org.normscape.experiments.run.file.Json;

/**
 * The folder of an answer, {@code <date>-bench-<question>}: {@code table.txt}, {@code result.json},
 * {@code figure.svg} and {@code figure.png}.
 */
final class AnswerFolder {

  private static final DateTimeFormatter DATE =
      DateTimeFormatter.ofPattern("yyyy-MM-dd-HHmmss", Locale.ROOT);

  private AnswerFolder() {}

  /**
   * Makes the folder that answers go into, so that they have somewhere to go once there are any.
   *
   * @throws UserError when it cannot be written to
   */
  static void prepare(Path parent) {
    try {
      Files.createDirectories(parent);
    } catch (IOException e) {
      throw Json.unwritable(parent, e);
    }
    if (!Files.isWritable(parent)) {
      throw Json.unwritable(parent, new AccessDeniedException(parent.toString()));
    }
  }

  /** Writes an answer into a new folder, and returns its path. */
  static Path write(Path parent, Answer answer, LocalDateTime now) {
    Path folder = parent.resolve(DATE.format(now) + "-bench-" + answer.question().name());
    try {
      Files.createDirectories(folder);
      Files.writeString(folder.resolve("table.txt"), Table.of(answer));
      Files.writeString(folder.resolve("result.json"), Json.pretty(Document.of(answer)));
      if (answer.outcomes().stream().anyMatch(Outcome::isMeasured)) {
        Drawing figure = AnswerFigure.of(answer);
        Files.write(folder.resolve("figure.svg"), Picture.svg(figure));
        Files.write(folder.resolve("figure.png"), Picture.png(figure));
      }
      return folder;
    } catch (IOException e) {
      throw Json.unwritable(folder, e);
    }
  }
}
