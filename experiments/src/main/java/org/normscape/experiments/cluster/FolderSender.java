package org.normscape.experiments.cluster;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.normscape.experiments.run.TaskStatus;

/**
 * What changes in a task's folder, sent as it changes. Lines go before the checkpoints that rest on
 * them, arrays before their notes, and {@code task.json} goes last: so whenever this stops, a task
 * can go on from what the other side has.
 */
final class FolderSender {

  private static final String LINES = ".jsonl";
  private static final String UNFINISHED = ".new";
  private static final int PIECE = 1 << 20;

  /** How a file was when it was sent. */
  private record Stamp(FileTime time, long size) {
    /** Of a file that the other side has from elsewhere: no file is like that, so it is sent. */
    static final Stamp UNKNOWN = new Stamp(FileTime.fromMillis(0), -1);
  }

  private final Path folder;
  private final Connection to;
  private final Map<String, Long> lines = new HashMap<>();
  private final Map<String, Stamp> whole = new HashMap<>();

  private FolderSender(Path folder, Connection to) {
    this.folder = folder;
    this.to = to;
  }

  /**
   * A sender that has sent nothing yet. The other side has the files that are in the folder now, so
   * it is told when one of them is gone.
   */
  static FolderSender of(Path folder, Connection to) throws IOException {
    FolderSender sender = new FolderSender(folder, to);
    for (Path file : sender.files().stream().filter(file -> !isLines(file)).toList()) {
      sender.whole.put(sender.name(file), Stamp.UNKNOWN);
    }
    return sender;
  }

  /**
   * Sends what has changed since the last time; nothing before the task has begun, which is when
   * lines after its checkpoint have been cut off.
   */
  synchronized void send() throws IOException {
    if (!Files.exists(TaskStatus.file(folder))) {
      return;
    }
    try {
      sendChanges(files());
    } catch (NoSuchFileException deletedMeanwhile) {
      // The next time sees what is there then; at the end of a task nothing is deleted any more.
    }
  }

  private void sendChanges(List<Path> files) throws IOException {
    Map<String, Stamp> there = new LinkedHashMap<>();
    List<Snapshot> changed = new ArrayList<>();
    try {
      for (Path file : files.stream().filter(file -> !isLines(file)).toList()) {
        Stamp stamp = stamp(file);
        there.put(name(file), stamp);
        if (!stamp.equals(whole.get(name(file)))) {
          changed.add(Snapshot.of(name(file), file));
        }
      }
      for (Path file : files.stream().filter(FolderSender::isLines).toList()) {
        sendLines(name(file), file);
      }
      for (Snapshot snapshot : changed) {
        snapshot.sendTo(to);
      }
    } finally {
      for (Snapshot snapshot : changed) {
        snapshot.close();
      }
    }
    sendGone(there);
  }

  private void sendGone(Map<String, Stamp> there) throws IOException {
    for (String before : List.copyOf(whole.keySet())) {
      if (!there.containsKey(before)) {
        to.send(new Message.Gone(before));
      }
    }
    whole.clear();
    whole.putAll(there);
  }

  /** In the order in which they are sent. */
  private List<Path> files() throws IOException {
    try (Stream<Path> all = Files.walk(folder)) {
      return all.filter(Files::isRegularFile)
          .filter(file -> !file.toString().endsWith(UNFINISHED))
          .sorted(Comparator.comparing(this::rank).thenComparing(this::name))
          .toList();
    } catch (UncheckedIOException e) {
      throw e.getCause();
    }
  }

  private int rank(Path file) {
    if (file.equals(TaskStatus.file(folder))) {
      return 2;
    }
    return file.toString().endsWith(".json") ? 1 : 0;
  }

  private static boolean isLines(Path file) {
    return file.toString().endsWith(LINES);
  }

  private String name(Path file) {
    return folder.relativize(file).toString().replace('\\', '/');
  }

  private static Stamp stamp(Path file) throws IOException {
    BasicFileAttributes found = Files.readAttributes(file, BasicFileAttributes.class);
    return new Stamp(found.lastModifiedTime(), found.size());
  }

  /** The first time even where there are none: then there were more before the checkpoint. */
  private void sendLines(String name, Path file) throws IOException {
    try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ)) {
      long length = channel.size();
      while (lines.getOrDefault(name, -1L) < length) {
        long from = Math.max(0, lines.getOrDefault(name, 0L));
        ByteBuffer piece = ByteBuffer.allocate((int) Math.min(PIECE, length - from));
        while (piece.hasRemaining() && channel.read(piece, from + piece.position()) >= 0) {}
        to.send(new Message.Grown(name, from, new Content(piece.array()), length));
        lines.put(name, from + piece.capacity());
      }
    }
  }
}
