package org.normscape.experiments.task;

import org.normscape.experiments.run.progress.Progress;
import org.normscape.experiments.run.record.TaskLog;
import org.normscape.experiments.spec.EarlyStopping;
import org.normscape.probe.TrainingQuantities;

/**
 * The watch over the losses of one network: the first that is not finite, or of training and above
 * the threshold of its cell, is recorded as {@code diverged}, and said.
 */
final class Divergence {

  private final String network;
  private final EarlyStopping rule;
  private final TaskLog log;
  private final Progress progress;
  private boolean seen;
  private String said = "it diverged before it was interrupted";

  /**
   * A watch that has seen nothing yet.
   *
   * @param network how the network is called
   * @param rule when a training loss means that it has diverged
   */
  Divergence(String network, EarlyStopping rule, TaskLog log, Progress progress) {
    this.network = network;
    this.rule = rule;
    this.log = log;
    this.progress = progress;
  }

  /** Goes on from where a watch has seen a loss that is not finite, or has not. */
  void recall(boolean hasSeen) {
    seen = hasSeen;
  }

  /** Whether a network has diverged. */
  boolean seen() {
    return seen;
  }

  /** What was seen first, in words. */
  String said() {
    return said;
  }

  /** Looks at the training loss of this step. */
  void trained(int step, double loss) {
    if (rule.isDiverged(loss)) {
      see(step, "the loss", loss);
    }
  }

  /** Looks at the test loss after this many updates. */
  void tested(int updates, double loss) {
    if (!Double.isFinite(loss)) {
      see(updates, "the test loss", loss);
    }
  }

  private void see(int step, String what, double loss) {
    if (!seen) {
      seen = true;
      said = "%s is %s at step %s".formatted(what, loss, step);
      log.record(step, TrainingQuantities.DIVERGED, 1);
      progress.note("%s diverged: %s".formatted(network, said));
    }
  }
}
