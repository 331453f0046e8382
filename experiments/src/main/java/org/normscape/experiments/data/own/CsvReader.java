package org.normscape.experiments.data.own;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A table of text as RFC 4180 has it, in UTF-8: cells between separators, those with separators,
 * quotes or line ends in them between double quotes. Rows without a character are left out.
 */
final class CsvReader implements AutoCloseable {

  private static final int END = -1;
  private static final char QUOTE = '"';
  private static final String BYTE_ORDER_MARK = "\uFEFF";

  private final Path file;
  private final char separator;
  private final BufferedReader in;
  private int line = 1;
  private int next;

  private CsvReader(Path file, char separator) throws IOException {
    this.file = file;
    this.separator = separator;
    this.in = Files.newBufferedReader(file, StandardCharsets.UTF_8);
    this.next = in.read();
  }

  /** Opens a file; the caller closes it. */
  static CsvReader open(Path file, char separator) {
    try {
      return new CsvReader(file, separator);
    } catch (IOException e) {
      throw unreadable(file, 1, e);
    }
  }

  /**
   * A row of a table.
   *
   * @param line the line of the file that it begins in, from 1 on
   * @param cells its cells
   */
  record Row(int line, List<String> cells) {}

  /**
   * The next row; empty at the end of the file.
   *
   * @throws org.normscape.experiments.UserError when it cannot be read
   */
  Optional<Row> row() {
    try {
      while (next == '\n' || next == '\r') {
        endLine();
      }
      return next == END ? Optional.empty() : Optional.of(read());
    } catch (IOException e) {
      throw unreadable(file, line, e);
    }
  }

  private Row read() throws IOException {
    int start = line;
    List<String> cells = new ArrayList<>();
    cells.add(cell());
    while (next == separator) {
      next = in.read();
      cells.add(cell());
    }
    if (start == 1 && cells.get(0).startsWith(BYTE_ORDER_MARK)) {
      cells.set(0, cells.get(0).substring(1));
    }
    return new Row(start, cells);
  }

  private String cell() throws IOException {
    StringBuilder cell = new StringBuilder();
    if (next == QUOTE) {
      quoted(cell);
    }
    while (next != END && next != separator && next != '\n' && next != '\r') {
      if (next == QUOTE) {
        throw fault("must have quotes around whole cells only, but there is one inside a cell");
      }
      cell.append((char) next);
      next = in.read();
    }
    return cell.toString().strip();
  }

  private void quoted(StringBuilder cell) throws IOException {
    int start = line;
    next = in.read();
    while (next != QUOTE || following() == QUOTE) {
      if (next == END) {
        line = start;
        throw fault("must close each quote, but one is open to the end of the file");
      }
      if (next == '\n') {
        line++;
      }
      cell.append((char) next);
      next = in.read();
    }
    next = in.read();
  }

  /** The character after a quote: where it is one too, it is taken, and both stand for one. */
  private int following() throws IOException {
    in.mark(1);
    int following = in.read();
    if (following != QUOTE) {
      in.reset();
    }
    return following;
  }

  private void endLine() throws IOException {
    if (next == '\n') {
      line++;
    }
    next = in.read();
  }

  private RuntimeException fault(String fault) {
    return Place.fault(file, "line %s %s".formatted(line, fault), "mend the line");
  }

  private static RuntimeException unreadable(Path file, int line, IOException e) {
    return e instanceof CharacterCodingException
        ? Place.fault(
            file,
            "must be text in UTF-8, but somewhere after line %s it is not".formatted(line - 1),
            "save the table in UTF-8")
        : Place.unreadable(file, "a table of text", e);
  }

  @Override
  public void close() {
    try {
      in.close();
    } catch (IOException e) {
      throw unreadable(file, line, e);
    }
  }
}
