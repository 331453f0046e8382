package org.normscape.experiments.spec;

import java.util.Optional;
import org.normscape.component.Components;

/**
 * How often a network is tested, with running statistics.
 *
 * @param every the number of steps between tests; the last step is always tested
 * @param examples how many test examples are used, from the first, in whole batches of the size of
 *     training; all when it is not set
 */
public record EvaluationSpec(int every, Optional<Integer> examples) {

  /** Every hundred steps, on all test examples. */
  public EvaluationSpec() {
    this(100, Optional.empty());
  }

  public EvaluationSpec {
    Components.positive(EvaluationSpec.class, "every", every);
    examples.ifPresent(count -> Components.positive(EvaluationSpec.class, "examples", count));
  }

  /** Whether a network is tested after this many updates. */
  public boolean isDue(int updates, int steps) {
    return updates > 0 && (updates % every == 0 || updates == steps);
  }
}
