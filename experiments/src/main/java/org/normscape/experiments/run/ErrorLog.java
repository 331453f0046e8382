package org.normscape.experiments.run;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import org.normscape.backend.BackendException;

/** Where what nobody foresaw is written down in full. */
public final class ErrorLog {

  private ErrorLog() {}

  /**
   * Writes down what was thrown, and says in one sentence where; what a backend or a device lacks
   * needs no more than its own sentence.
   */
  public static String write(Throwable thrown, Path log) {
    StringWriter trace = new StringWriter();
    thrown.printStackTrace(new PrintWriter(trace, true));
    try {
      Files.writeString(log, trace.toString());
    } catch (IOException e) {
      return "normscape: failed in a way that was not foreseen (%s), and \"%s\" cannot be written. To fix: please report it with what you did."
          .formatted(thrown, log);
    }
    if (thrown instanceof BackendException foreseen) {
      return String.valueOf(foreseen.getMessage());
    }
    return "normscape: failed in a way that was not foreseen (%s). To fix: please report it with \"%s\", which tells all."
        .formatted(thrown, log);
  }
}
