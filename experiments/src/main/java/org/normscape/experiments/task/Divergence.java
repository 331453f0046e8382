package org.normscape.experiments.task;

import org.normscape.experiments.run.Progress;
import org.normscape.experiments.run.TaskLog;
import org.normscape.probe.TrainingQuantities;

/**
 * The watch over the losses of one network: the first that is not finite is recorded as {@code
 * diverged}, and said.
 */
final class Divergence {

  private final String network;
  private final TaskLog log;
  private final Progress progress;
  private boolean seen;

  /**
   * A watch that has seen nothing yet.
   *
   * @param network how the network is called
   */
  Divergence(String network, TaskLog log, Progress progress) {
    this.network = network;
    this.log = log;
    this.progress = progress;
  }

  /** Goes on from where a watch has seen a loss that is not finite, or has not. */
  void recall(boolean hasSeen) {
    seen = hasSeen;
  }

  /** Whether a loss was not finite. */
  boolean seen() {
    return seen;
  }

  /** Looks at a loss of this step. */
  void look(int step, String what, double loss) {
    if (!seen && !Double.isFinite(loss)) {
      seen = true;
      log.record(step, TrainingQuantities.DIVERGED, 1);
      progress.note("%s diverged: %s is %s at step %s".formatted(network, what, loss, step));
    }
  }
}
