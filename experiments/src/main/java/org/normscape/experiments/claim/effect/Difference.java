package org.normscape.experiments.claim.effect;

import com.google.auto.service.AutoService;
import java.util.OptionalDouble;
import org.normscape.component.Flat;
import org.normscape.experiments.claim.evidence.Evidence;

/**
 * By how much one selection is larger than another: {@code of − to}.
 *
 * @param pair the two selections, {@code of} and {@code to}
 */
@AutoService(Effect.class)
public record Difference(@Flat Pair pair) implements OfPair {

  /** Of two selections that are still to be named. */
  public Difference() {
    this(new Pair());
  }

  @Override
  public double size(Evidence evidence) {
    return pair.of().value(evidence) - pair.to().value(evidence);
  }

  @Override
  public Averaging averaging() {
    return Averaging.ARITHMETIC;
  }

  @Override
  public OptionalDouble neutral() {
    return OptionalDouble.of(0);
  }

  @Override
  public String words() {
    return pair.words("−");
  }
}
