package org.normscape.experiments.task;

import org.normscape.train.Step;
import org.normscape.train.Trainer;

/** What is told of a step while it is taken. What is lent is only lent for the time of a call. */
interface StepObserver {

  /** An observer who does not look. */
  StepObserver NONE =
      new StepObserver() {
        @Override
        public void found(Step step) {
          // Nobody looks.
        }

        @Override
        public void moved(Trainer trainer) {
          // Nobody looks.
        }
      };

  /** The losses and the gradient are known; the network has not moved. */
  void found(Step step);

  /** The network has moved. */
  void moved(Trainer trainer);
}
