package org.normscape.experiments.train;

import org.normscape.experiments.run.Progress;
import org.normscape.experiments.run.RunLog.Recorder;

/**
 * The watch over the losses of one network: the first that is not finite is recorded as {@code
 * diverged}, and said.
 */
final class Divergence {

  private final String network;
  private final Recorder recorder;
  private final Progress progress;
  private boolean seen;

  /**
   * A watch that has seen nothing yet.
   *
   * @param network how the network is called
   */
  Divergence(String network, Recorder recorder, Progress progress) {
    this.network = network;
    this.recorder = recorder;
    this.progress = progress;
  }

  /** Looks at a loss of this step. */
  void look(int step, String what, double loss) {
    if (!seen && !Double.isFinite(loss)) {
      seen = true;
      recorder.record(step, "diverged", 1);
      progress.note("%s diverged: %s is %s at step %d".formatted(network, what, loss, step));
    }
  }
}
