package org.normscape.probe.when;

import com.google.auto.service.AutoService;
import java.util.Set;
import org.normscape.component.Components;
import org.normscape.probe.Past;
import org.normscape.probe.When;

/**
 * At the step after the one at which a quantity has crossed a bound: it was measured on one side,
 * and the next time on the other. What lies at the bound lies above it; NaN lies on no side.
 * Whatever measures the quantity has a schedule of its own, and what it measures seldom is seen to
 * cross late.
 *
 * @param quantity a number that has one value a step, such as {@code train_loss}; with a part of
 *     the network behind a slash where it has a value for each
 * @param bound the bound
 * @param way which crossings count
 */
@AutoService(When.class)
public record Crossing(String quantity, double bound, Way way) implements When {

  /** Ways across a bound. */
  public enum Way {
    /** From below the bound to the bound or above. */
    UPWARD,
    /** From the bound or above to below. */
    DOWNWARD,
    /** Both. */
    EITHER;

    private boolean leads(boolean fromBelow, boolean toBelow) {
      return switch (this) {
        case UPWARD -> fromBelow && !toBelow;
        case DOWNWARD -> !fromBelow && toBelow;
        case EITHER -> fromBelow != toBelow;
      };
    }
  }

  public Crossing {
    Components.require(
        !quantity.isBlank(), Crossing.class, "quantity", "must name a quantity", "\"\"");
    Components.require(!Double.isNaN(bound), Crossing.class, "bound", "must be a number", bound);
  }

  /** Where the training loss falls below 1. */
  public Crossing() {
    this("train_loss", 1, Way.DOWNWARD);
  }

  /** At any step but the first, before which nothing was measured. */
  @Override
  public boolean isDue(int step, int steps) {
    return step > 0;
  }

  @Override
  public boolean isDue(int step, int steps, Past past) {
    return step > 0 && past.change(quantity, step - 1).filter(this::crosses).isPresent();
  }

  private boolean crosses(Past.Change change) {
    return !Double.isNaN(change.from())
        && !Double.isNaN(change.to())
        && way.leads(change.from() < bound, change.to() < bound);
  }

  @Override
  public Set<String> watches() {
    return Set.of(quantity);
  }
}
