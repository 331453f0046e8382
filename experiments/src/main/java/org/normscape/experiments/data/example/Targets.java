package org.normscape.experiments.data.example;

import org.normscape.nn.loss.Loss;

/** What a network is to say of its inputs, one target for each example. Immutable. */
public interface Targets {

  /** The number of targets. */
  int size();

  /** The first {@code count} targets, or all when there are fewer. */
  Targets first(int count);

  /** Some targets, one after another, as the loss takes them. */
  Numbers take(int[] order);

  /** How many numbers a network has to give for each example. */
  int outputs();

  /** The loss that belongs to targets of this kind. */
  Loss loss();

  /** What they are, in a few words, such as {@code 10 classes}. */
  String describe();
}
