package org.normscape.train;

import org.normscape.backend.Array;
import org.normscape.objective.Findings;
import org.normscape.objective.Found;
import org.normscape.objective.Need;
import org.normscape.params.Owner;
import org.normscape.params.Parameters;

/**
 * What one batch says where a network is: {@link Trainer#step} makes it, {@link Trainer#advance}
 * uses it up. All its arrays close with it; loss and metrics can be read afterwards too.
 */
public final class Step implements AutoCloseable {

  private final Place from;
  private final Findings findings;
  private final Found own;
  private final Owner owner;

  Step(Place from, Findings findings, Owner owner) {
    this.from = from;
    this.findings = findings;
    this.own = findings.of(Need.training());
    this.owner = owner;
  }

  /** The loss that is trained, with the penalty of the weight decay. */
  public double loss() {
    return own.loss();
  }

  /** Further numbers by name, such as {@code accuracy}. */
  public Parameters<Double> metrics() {
    return own.metrics();
  }

  /**
   * The gradient of the loss, by the paths of the parameters.
   *
   * @throws IllegalStateException when this is used up or closed
   */
  public Parameters<Array> gradient() {
    return own.gradient();
  }

  /**
   * What normalizations remember after this step.
   *
   * @throws IllegalStateException when this is used up or closed
   */
  public Parameters<Array> state() {
    return own.state();
  }

  /**
   * What was found for one of the needs that were named when the step was made.
   *
   * @throws IllegalArgumentException when it was not named
   */
  public Found found(Need need) {
    return findings.of(need);
  }

  /** Whether the network was here when the step was made. */
  boolean isFrom(Place place) {
    return from.owner() == place.owner();
  }

  /** Whom the arrays belong to. */
  Owner owner() {
    return owner;
  }

  /** Closes the arrays; a second call does nothing. */
  @Override
  public void close() {
    owner.close();
  }
}
