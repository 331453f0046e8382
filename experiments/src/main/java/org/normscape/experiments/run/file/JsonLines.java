package org.normscape.experiments.run.file;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/**
 * A file to which one JSON object a line is appended. It can be read while it grows: what is
 * flushed ends with a whole line, unless the program is killed while it writes. Safe to use from
 * several threads.
 */
public final class JsonLines implements AutoCloseable {

  private final Path file;
  private final FileChannel channel;
  private StringBuilder pending = new StringBuilder();

  private JsonLines(Path file, FileChannel channel) {
    this.file = file;
    this.channel = channel;
  }

  /** Opens a file for appending. */
  public static JsonLines open(Path file) {
    try {
      FileChannel channel =
          FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
      channel.position(channel.size());
      return new JsonLines(file, channel);
    } catch (IOException e) {
      throw Json.unwritable(file, e);
    }
  }

  /**
   * Adds an object as a line. It is in the file when it is {@link #flush flushed}, at the latest.
   */
  public synchronized void append(Object value) {
    pending.append(Json.line(value)).append('\n');
  }

  /** Writes what was appended, so that it can be read. */
  public synchronized void flush() {
    ByteBuffer bytes = ByteBuffer.wrap(pending.toString().getBytes(StandardCharsets.UTF_8));
    pending = new StringBuilder();
    try {
      while (bytes.hasRemaining()) {
        channel.write(bytes);
      }
    } catch (IOException e) {
      throw Json.unwritable(file, e);
    }
  }

  /** Puts what was appended on the disk. */
  public synchronized void force() {
    flush();
    try {
      channel.force(false);
    } catch (IOException e) {
      throw Json.unwritable(file, e);
    }
  }

  /** Puts what was appended on the disk; how far the file goes then. */
  public synchronized Extent settled() {
    force();
    try {
      return Extent.of(file);
    } catch (IOException e) {
      throw Json.unwritable(file, e);
    }
  }

  /** Takes away what was written after so many bytes. */
  public synchronized void cut(long bytes) {
    try {
      pending = new StringBuilder();
      channel.truncate(bytes);
      channel.position(bytes);
    } catch (IOException e) {
      throw Json.unwritable(file, e);
    }
  }

  @Override
  public synchronized void close() {
    try (channel) {
      flush();
    } catch (IOException e) {
      throw Json.unwritable(file, e);
    }
  }
}
