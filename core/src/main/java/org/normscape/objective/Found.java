package org.normscape.objective;

import java.util.Map;
import org.normscape.backend.Array;
import org.normscape.objective.Need.Part;
import org.normscape.params.Owner;
import org.normscape.params.Parameters;

/**
 * What was found for one {@link Need}. Loss and metrics are numbers; the arrays are lent, and close
 * with the owner for whom they were found. What the need does not name is not here.
 */
public final class Found {

  private final Need need;
  private final double loss;
  private final Parameters<Double> metrics;
  private final Map<Part, Parameters<Array>> parts;
  private final Owner owner;

  private Found(
      Need need,
      double loss,
      Parameters<Double> metrics,
      Map<Part, Parameters<Array>> parts,
      Owner owner) {
    this.need = need;
    this.loss = loss;
    this.metrics = metrics;
    this.parts = parts;
    this.owner = owner;
  }

  static Found of(Need need, Results<Array> results, Owner owner) {
    return new Found(
        need,
        results.loss().toScalar(),
        results.metrics().map(Array::toScalar),
        results.parts(),
        owner);
  }

  /** The same, for one who asked for no more than this. */
  Found of(Need asked) {
    return new Found(asked, loss, metrics, parts, owner);
  }

  /** The loss on the batch, with or without the penalty, as the need says. */
  public double loss() {
    return loss;
  }

  /** Further numbers by name, such as {@code accuracy}. */
  public Parameters<Double> metrics() {
    return metrics;
  }

  /**
   * The gradient of the loss, by the paths of the parameters.
   *
   * @throws IllegalArgumentException when the need does not name {@link Part#GRADIENT}
   * @throws IllegalStateException when the owner has closed
   */
  public Parameters<Array> gradient() {
    return part(Part.GRADIENT);
  }

  /**
   * The value of every activation, by path.
   *
   * @throws IllegalArgumentException when the need does not name {@link Part#ACTIVATIONS}
   * @throws IllegalStateException when the owner has closed
   */
  public Parameters<Array> activations() {
    return part(Part.ACTIVATIONS);
  }

  /**
   * The gradient of the loss in every activation, by path.
   *
   * @throws IllegalArgumentException when the need does not name {@link Part#ACTIVATION_GRADIENTS}
   * @throws IllegalStateException when the owner has closed
   */
  public Parameters<Array> activationGradients() {
    return part(Part.ACTIVATION_GRADIENTS);
  }

  /**
   * What normalizations remember afterwards, by the paths of the state.
   *
   * @throws IllegalArgumentException when the need does not name {@link Part#STATE}
   * @throws IllegalStateException when the owner has closed
   */
  public Parameters<Array> state() {
    return part(Part.STATE);
  }

  /**
   * What layers computed here and held constant under differentiation, by the paths of {@link
   * Objective#frozen}.
   *
   * @throws IllegalArgumentException when the need does not name {@link Part#FROZEN}
   * @throws IllegalStateException when the owner has closed
   */
  public Parameters<Array> frozen() {
    return part(Part.FROZEN);
  }

  private Parameters<Array> part(Part part) {
    if (!need.parts().contains(part)) {
      throw new IllegalArgumentException(
          "Found: %s must have been asked for, but the need names %s. To fix: add it to the need's parts."
              .formatted(part, need.parts()));
    }
    return owner.lent(parts.getOrDefault(part, Parameters.none()));
  }
}
