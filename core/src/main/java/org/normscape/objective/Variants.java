package org.normscape.objective;

import org.normscape.optim.WeightDecay;

/**
 * An objective as it is, and as it is trained: with the penalty of a weight decay.
 *
 * @param bare without the penalty
 * @param trained with it; equal to {@code bare} where there is none
 */
public record Variants(Objective bare, Objective trained) {

  public Variants {
    if (!bare.types().equals(trained.types()) || !bare.batch().equals(trained.batch())) {
      throw new IllegalArgumentException(
          "Variants: both must be objectives of the same point and batch, but they take %s and %s. To fix: add a penalty to one objective."
              .formatted(bare.types().with(bare.batch()), trained.types().with(trained.batch())));
    }
  }

  /** An objective without and with a weight decay. */
  public static Variants of(Objective objective, WeightDecay decay) {
    return new Variants(
        objective, decay.factor() == 0 ? objective : new Regularized(objective, decay));
  }

  /** An objective that is trained as it is. */
  public static Variants of(Objective objective) {
    return new Variants(objective, objective);
  }

  /** The objective with or without the penalty. */
  public Objective of(Penalty penalty) {
    return penalty == Penalty.INCLUDED ? trained : bare;
  }

  /** How the objective of a need is named where both are one: as the one that is trained. */
  Penalty named(Penalty penalty) {
    return bare.equals(trained) ? Penalty.INCLUDED : penalty;
  }
}
