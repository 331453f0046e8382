package org.normscape.experiments.cli.verify;

import java.io.IOException;
import org.normscape.backend.Backend;
import org.normscape.experiments.run.Experiment;
import org.normscape.replay.RunDigests;

/** What has to hold between backends, and how that is found out. */
interface Promise extends AutoCloseable {

  /** What the first backend carries out, against which the others are held. */
  Experiment first();

  /** A backend, watched as far as is needed; closed with the one that is given. */
  Backend watched(Backend backend, RunDigests digests);

  /** Whether it holds between the first backend and another. */
  Judgement judge(Outcome first, Outcome other) throws IOException;

  @Override
  void close();

  /**
   * The outcome of two backends.
   *
   * @param holds whether the promise is kept
   * @param word the same in a word
   * @param details more lines, which may take a while to find
   */
  record Judgement(boolean holds, String word, Details details) {}

  /** Lines that are found when they are asked for. */
  @FunctionalInterface
  interface Details {
    String text() throws IOException;
  }
}
