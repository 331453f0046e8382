package org.normscape.experiments.claim.effect;

import java.util.List;
import java.util.OptionalDouble;
import org.normscape.experiments.claim.evidence.Evidence;
import org.normscape.experiments.claim.evidence.Measurable;
import org.normscape.experiments.claim.evidence.Selection;

/**
 * A number that says how large an effect is in one seed: a record, whose components an experiment's
 * file sets in a claim, and whose name in kebab-case is the effect's {@code kind}. A new one is a
 * record with a public constructor without arguments, marked {@code @AutoService(Effect.class)}.
 */
public interface Effect {

  /** The numbers that it is computed from, each in one network. */
  List<Selection> selections();

  /**
   * Checks that all it names is there.
   *
   * @param key the key of the effect, which errors name
   * @throws org.normscape.experiments.UserError when something is not
   */
  void check(String key, Measurable measurable);

  /** Its size in one seed; not a number where it cannot be computed. */
  double size(Evidence evidence);

  /** How its sizes in several seeds become one. */
  Averaging averaging();

  /** The size at which there is no effect; nothing where no size means that. */
  OptionalDouble neutral();

  /** What it is the size of, in words. */
  String words();
}
