package org.normscape.experiments.spec;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.normscape.component.Components;

/**
 * When the training of a network ends before its last step. Each rule looks at the loss of the
 * batch of each step, so that it decides the same whenever it is asked. A loss that is not finite
 * ends a training without any rule.
 *
 * @param divergenceThreshold the training loss above which a network has diverged; Bjorck et al.
 *     (2018) take 1000; when it is not set, a network diverges only where a loss is not finite
 * @param patience the number of steps after which a network is stopped when its training loss has
 *     not fallen; never when it is not set
 * @param minDelta by how much the training loss has to fall below the least so far to count as
 *     fallen
 */
public record EarlyStopping(
    Optional<Double> divergenceThreshold, Optional<Integer> patience, double minDelta) {

  /** No rule; where patience is set, any lower loss counts. */
  public EarlyStopping() {
    this(Optional.empty(), Optional.empty(), 0);
  }

  public EarlyStopping {
    divergenceThreshold.ifPresent(
        loss -> Components.positive(EarlyStopping.class, "divergenceThreshold", loss));
    patience.ifPresent(steps -> Components.count(EarlyStopping.class, "patience", steps));
    Components.notNegative(EarlyStopping.class, "minDelta", minDelta);
  }

  /** Whether a training loss means that the network has diverged. */
  public boolean isDiverged(double loss) {
    return !Double.isFinite(loss) || divergenceThreshold.filter(most -> loss > most).isPresent();
  }

  /** The rules in words, one each. */
  public List<String> words() {
    List<String> words = new ArrayList<>();
    divergenceThreshold.ifPresent(
        most -> words.add("diverged where the training loss is above " + most));
    patience.ifPresent(
        steps ->
            words.add(
                "stopped where the training loss has not fallen by more than %s in %s steps"
                    .formatted(minDelta, steps)));
    return words;
  }
}
