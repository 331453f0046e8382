package org.normscape.experiments.cli.surroundings;

import java.io.IOException;
import java.io.Writer;

/** A writer that passes everything on and remembers the last line that is not blank. */
public final class LastLine extends Writer {

  private final Writer next;
  private final StringBuilder line = new StringBuilder();
  private String last = "";

  public LastLine(Writer next) {
    this.next = next;
  }

  @Override
  public void write(char[] text, int from, int length) throws IOException {
    next.write(text, from, length);
    for (int i = from; i < from + length; i++) {
      if (text[i] == '\n') {
        remember();
      } else {
        line.append(text[i]);
      }
    }
  }

  private void remember() {
    last = line.toString().isBlank() ? last : line.toString().strip();
    line.setLength(0);
  }

  /** The last line. */
  public String text() {
    remember();
    return last;
  }

  @Override
  public void flush() throws IOException {
    next.flush();
  }

  @Override
  public void close() throws IOException {
    next.close();
  }
}
