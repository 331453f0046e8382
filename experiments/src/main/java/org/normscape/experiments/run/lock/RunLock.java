package org.normscape.experiments.run.lock;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.normscape.experiments.UserError;
import org.normscape.experiments.run.file.Json;

/**
 * The right to write a run's folder. It is a lock of the operating system on the file {@code
 * run.lock}, which is never read: the system takes it back when its process ends in whatever way,
 * so no lock has to be removed by hand. {@link Owner} says whose it is, which also counts where
 * several machines share a disk whose locks do not reach from one to the other.
 */
public final class RunLock implements AutoCloseable {

  private static final String NAME = "run.lock";

  /** What this process has: to open a locked file once more would give its lock back. */
  private static final Set<Path> HELD = ConcurrentHashMap.newKeySet();

  private final Path run;
  private final FileChannel channel;

  private RunLock(Path run, FileChannel channel) {
    this.run = run;
    this.channel = channel;
  }

  /**
   * Takes the lock of a run.
   *
   * @throws UserError when another process has it, or the folder cannot be written
   */
  public static RunLock take(Path folder) {
    try {
      Path run = folder.toRealPath();
      if (!HELD.add(run)) {
        throw taken(run);
      }
      RunLock lock = null;
      try {
        lock = new RunLock(run, locked(run));
        return lock;
      } finally {
        if (lock == null) {
          HELD.remove(run);
        }
      }
    } catch (IOException e) {
      throw Json.unwritable(folder.resolve(NAME), e);
    }
  }

  private static FileChannel locked(Path run) throws IOException {
    FileChannel channel =
        FileChannel.open(run.resolve(NAME), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
    boolean isOurs = false;
    try {
      isOurs = channel.tryLock() != null && Owner.of(run).filter(Owner::isElsewhere).isEmpty();
      if (!isOurs) {
        throw taken(run);
      }
      Owner.self().write(run);
      return channel;
    } finally {
      if (!isOurs) {
        channel.close();
      }
    }
  }

  private static UserError taken(Path run) throws IOException {
    Optional<Owner> owner = Owner.of(run);
    return UserError.failure(
        "%s: must be written by one process at a time, but %s writes it. To fix: wait for it to end%s."
            .formatted(
                run,
                owner.map(Owner::toString).orElse("another process"),
                owner
                    .filter(Owner::isElsewhere)
                    .map(it -> ", or, if it has ended, delete " + Owner.file(run))
                    .orElse("")));
  }

  /** Gives the right back. */
  @Override
  public void close() {
    try {
      Files.deleteIfExists(Owner.file(run));
      channel.close();
    } catch (IOException e) {
      throw Json.unwritable(run, e);
    } finally {
      HELD.remove(run);
    }
  }
}
