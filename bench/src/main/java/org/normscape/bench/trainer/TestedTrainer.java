package org.normscape.bench.trainer;

import org.normscape.bench.trainer.libtorch.LibtorchTrainer;
import org.normscape.experiments.data.batch.Batches;

/** A trainer whose network can be tested on the way. */
public interface TestedTrainer extends Trainer {

  /** The word by which libtorch is chosen. */
  String LIBTORCH = "libtorch";

  /** The trainer with this name: a backend's, or {@value #LIBTORCH}. */
  static TestedTrainer open(String engine, Setting setting) {
    return engine.equals(LIBTORCH)
        ? new LibtorchTrainer(setting)
        : NormscapeTrainer.open(engine, setting);
  }

  /**
   * The fraction of examples that the network classifies rightly, with running statistics. What
   * does not fill a batch at the end is left out.
   */
  double accuracy(Batches batches);
}
