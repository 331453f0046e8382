package org.normscape.contract;

import java.util.List;
import org.normscape.backend.Backend;
import org.normscape.ir.DType;
import org.normscape.norm.Normalization;
import org.normscape.reference.ReferenceBackend;

/**
 * Whether exact training steps of a network with a normalization have the bits of the reference.
 *
 * @param topic what it is about
 * @param normalization the normalization of the network
 */
record TrainingQuestion(Topic topic, Normalization normalization) implements Question {

  private static final int STEPS = 3;

  static TrainingQuestion of(Normalization normalization) {
    return new TrainingQuestion(
        new Topic("training", "VGG-A with " + normalization, "exact bits", 1, DType.FLOAT64),
        normalization);
  }

  @Override
  public List<Outcome> answers(Backend backend) {
    try (ExactTraining here = new ExactTraining(backend, normalization);
        ExactTraining there = new ExactTraining(new ReferenceBackend(), normalization)) {
      Agreement all = new Agreement(0, "");
      for (int step = 0; step < STEPS; step++) {
        all = all.and(Agreement.ofBits("step " + step, here.step(), there.step()));
      }
      return List.of(topic.outcome(all));
    }
  }
}
