package org.normscape.check;

import java.time.Duration;
import java.util.List;

/** The threads of this process, by their name. */
public final class Threads {

  private static final Duration PATIENCE = Duration.ofMinutes(1);

  private Threads() {}

  /** Those that are alive. */
  public static List<Thread> called(String name) {
    return Thread.getAllStackTraces().keySet().stream()
        .filter(thread -> thread.getName().equals(name))
        .toList();
  }

  /** Those that are alive after so long that whoever was told to end has ended. */
  public static List<Thread> left(String name) throws InterruptedException {
    for (Thread thread : called(name)) {
      thread.join(PATIENCE.toMillis());
    }
    return called(name);
  }
}
