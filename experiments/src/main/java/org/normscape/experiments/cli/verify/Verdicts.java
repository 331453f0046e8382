package org.normscape.experiments.cli.verify;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;

/** Takes the outcomes of a verification as they come, and tells them. */
interface Verdicts {

  /** What the first backend gave, which the others are held against. */
  void first(Outcome outcome, double seconds) throws IOException;

  /** What another backend gave, and whether it is as promised. */
  void judged(Outcome outcome, double seconds, Promise.Judgement judgement) throws IOException;

  /** That nothing more comes: whether all gave the same, and the folder with figures, if any. */
  void end(boolean same, Optional<Path> figures);
}
