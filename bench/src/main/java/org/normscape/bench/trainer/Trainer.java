package org.normscape.bench.trainer;

import org.normscape.experiments.data.Batch;
import org.normscape.experiments.data.Batches;

/** An engine with a network on its way. */
public interface Trainer extends AutoCloseable {

  /** The word by which libtorch is chosen. */
  String LIBTORCH = "libtorch";

  /** The trainer with this name: a backend's, or {@value #LIBTORCH}. */
  static Trainer open(String engine, Setting setting) {
    return engine.equals(LIBTORCH)
        ? new LibtorchTrainer(setting)
        : NormscapeTrainer.open(engine, setting);
  }

  /** Moves the network one step on a batch, and returns the loss that it had there before. */
  double step(Batch batch);

  /**
   * The fraction of examples that the network classifies rightly, with running statistics. What
   * does not fill a batch at the end is left out.
   */
  double accuracy(Batches batches);

  @Override
  void close();
}
