package org.normscape.backend.audit;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.zip.CRC32;

/**
 * Choices in a file that processes share: one line each, added at the end under a lock, with a
 * checksum. A line that is damaged or cut short counts as not there.
 */
final class ChoiceFile implements Choices {

  /** A file's lock is the process's: its threads take turns before. */
  private static final Object WITHIN_PROCESS = new Object();

  private final Path file;
  private final Map<String, Choice> known = new ConcurrentHashMap<>();

  /**
   * The choices in a file, which need not exist.
   *
   * @throws UncheckedIOException when it cannot be read
   */
  ChoiceFile(Path file) {
    this.file = file;
    try {
      String text = new String(Files.readAllBytes(file), StandardCharsets.UTF_8);
      text.lines().forEach(this::read);
    } catch (NoSuchFileException none) {
      known.clear();
    } catch (IOException e) {
      throw unusable(e);
    }
  }

  /** A file to which choices are added, as if none stood there before. */
  ChoiceFile unread() {
    known.clear();
    return this;
  }

  /** All choices, in the order of their calls. */
  List<Choice> all() {
    return known.values().stream().sorted(Comparator.comparing(Choice::call)).toList();
  }

  private void read(String line) {
    int end = line.lastIndexOf('\t');
    if (end < 0 || !checksum(line.substring(0, end)).equals(line.substring(end + 1))) {
      return;
    }
    Choice choice = Choice.parse(line.substring(0, end));
    known.put(choice.call(), choice);
  }

  private static String checksum(String text) {
    CRC32 crc = new CRC32();
    crc.update(text.getBytes(StandardCharsets.UTF_8));
    return Long.toHexString(crc.getValue());
  }

  @Override
  public Optional<Choice> of(String call) {
    return Optional.ofNullable(known.get(call));
  }

  @Override
  public void keep(Choice choice) {
    known.put(choice.call(), choice);
    String line = choice.line();
    // A line that another process left without its end must not swallow this one.
    byte[] text = ("\n" + line + "\t" + checksum(line) + "\n").getBytes(StandardCharsets.UTF_8);
    synchronized (WITHIN_PROCESS) {
      try {
        append(ByteBuffer.wrap(text));
      } catch (IOException e) {
        throw unusable(e);
      }
    }
  }

  private void append(ByteBuffer bytes) throws IOException {
    Files.createDirectories(file.toAbsolutePath().getParent());
    try (FileChannel channel =
            FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        FileLock lock = channel.lock()) {
      channel.position(channel.size());
      while (lock.isValid() && bytes.hasRemaining()) {
        channel.write(bytes);
      }
    }
  }

  private UncheckedIOException unusable(IOException e) {
    return new UncheckedIOException(
        "audit: what is found of kernels must be kept in %s, but that cannot be used (%s). To fix: make the folder writable, or set XDG_CACHE_HOME to another one."
            .formatted(file, e),
        e);
  }
}
