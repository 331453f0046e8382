package org.normscape.experiments.run;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.normscape.experiments.run.lock.Owner;

/**
 * The tasks of earlier runs, which a new run need not do again. A task is the same where its {@link
 * Identity} is: then its folder is copied, with its checkpoints where it has not ended.
 */
public final class Reuse {

  /** How far below a run's folder the folders of its tasks are: tasks, cell, seed. */
  private static final int DEPTH = 3;

  private final Map<String, Path> byIdentity = new HashMap<>();

  private Reuse() {}

  /** No earlier task. */
  public static Reuse none() {
    return new Reuse();
  }

  /** The tasks of the runs in a folder that nobody writes; none where there is no such folder. */
  public static Reuse below(Path parent) throws IOException {
    Reuse reuse = new Reuse();
    if (Files.isDirectory(parent)) {
      try (Stream<Path> runs = Files.list(parent)) {
        for (Path run : runs.sorted(Comparator.reverseOrder()).toList()) {
          reuse.addRun(run);
        }
      }
    }
    return reuse;
  }

  private void addRun(Path run) throws IOException {
    Path tasks = run.resolve("tasks");
    if (!Files.isDirectory(tasks) || Owner.of(run).filter(Owner::mayBeAlive).isPresent()) {
      return;
    }
    try (Stream<Path> folders = Files.walk(tasks, DEPTH - 1)) {
      for (Path task : folders.toList()) {
        addTask(task);
      }
    }
  }

  private void addTask(Path task) throws IOException {
    Optional<Identity> identity = Identity.read(task);
    if (identity.isPresent()) {
      String key = identity.get().sha256();
      Path other = byIdentity.get(key);
      if (other == null || (!isEnded(other) && isEnded(task))) {
        byIdentity.put(key, task);
      }
    }
  }

  private static boolean isEnded(Path task) throws IOException {
    return TaskStatus.read(task).isEnded(task);
  }

  /** Whether there is a task of this identity that has ended. */
  public boolean hasEnded(Identity identity) throws IOException {
    Path there = byIdentity.get(identity.sha256());
    return there != null && isEnded(there);
  }

  /** Copies what there is of a task into the folder that it has in a new run. */
  void into(Path task, Identity identity) throws IOException {
    Path from = byIdentity.get(identity.sha256());
    if (from == null) {
      return;
    }
    try (Stream<Path> files = Files.walk(from)) {
      List<Path> all = files.sorted().toList();
      for (Path file : all) {
        Path to = task.resolve(from.relativize(file));
        if (Files.isDirectory(file)) {
          Files.createDirectories(to);
        } else {
          Files.copy(file, to, StandardCopyOption.REPLACE_EXISTING);
        }
      }
    }
  }
}
