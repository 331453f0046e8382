package org.normscape.linalg;

import org.normscape.backend.Array;
import org.normscape.params.Owner;
import org.normscape.params.Parameters;

/** The mean of vectors that come one by one, in the memory of one. */
public final class VectorMean {

  private final VectorSpace space;
  private Parameters<Array> sum = Parameters.none();
  private int count;

  /** The mean of no vectors yet. */
  public VectorMean(VectorSpace space) {
    this.space = space;
  }

  /** Adds a vector, which is used up. */
  public void add(Parameters<Array> x) {
    try (Owner step = new Owner()) {
      sum = count == 0 ? x : space.plus(step.own(sum), 1, step.own(x));
    }
    count++;
  }

  /**
   * The mean, the caller's to close. The sum is used up.
   *
   * @throws IllegalStateException when nothing was added
   */
  public Parameters<Array> mean() {
    if (count == 0) {
      throw new IllegalStateException(
          "VectorMean: there must be a vector, but there is none. To fix: add one.");
    }
    if (count == 1) {
      return sum;
    }
    try (Owner step = new Owner()) {
      return space.scaled(1.0 / count, step.own(sum));
    }
  }
}
