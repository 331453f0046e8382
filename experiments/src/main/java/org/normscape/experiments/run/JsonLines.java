package org.normscape.experiments.run;

import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/**
 * A file to which one JSON object a line is appended. It can be read while it grows, and whatever
 * was flushed stays when the program is killed. Safe to use from several threads.
 */
final class JsonLines implements AutoCloseable {

  private final Path file;
  private final BufferedWriter writer;

  private JsonLines(Path file, BufferedWriter writer) {
    this.file = file;
    this.writer = writer;
  }

  /** Opens a file for appending. */
  static JsonLines open(Path file) {
    try {
      return new JsonLines(
          file,
          Files.newBufferedWriter(file, StandardOpenOption.CREATE, StandardOpenOption.APPEND));
    } catch (IOException e) {
      throw Json.unwritable(file, e);
    }
  }

  synchronized void append(Object value) {
    try {
      writer.write(Json.line(value));
      writer.write('\n');
    } catch (IOException e) {
      throw Json.unwritable(file, e);
    }
  }

  synchronized void flush() {
    try {
      writer.flush();
    } catch (IOException e) {
      throw Json.unwritable(file, e);
    }
  }

  @Override
  public synchronized void close() {
    try {
      writer.close();
    } catch (IOException e) {
      throw Json.unwritable(file, e);
    }
  }
}
