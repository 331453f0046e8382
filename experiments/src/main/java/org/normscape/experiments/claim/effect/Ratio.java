package org.normscape.experiments.claim.effect;

import com.google.auto.service.AutoService;
import java.util.OptionalDouble;
import org.normscape.component.Flat;
import org.normscape.experiments.claim.evidence.Evidence;

/**
 * How many times as large one selection is as another: {@code of / to}.
 *
 * @param pair the two selections, {@code of} and {@code to}
 */
@AutoService(Effect.class)
public record Ratio(@Flat Pair pair) implements OfPair {

  /** Of two selections that are still to be named. */
  public Ratio() {
    this(new Pair());
  }

  @Override
  public double size(Evidence evidence) {
    return pair.of().value(evidence) / pair.to().value(evidence);
  }

  @Override
  public Averaging averaging() {
    return Averaging.GEOMETRIC;
  }

  @Override
  public OptionalDouble neutral() {
    return OptionalDouble.of(1);
  }

  @Override
  public String words() {
    return pair.words("∕");
  }
}
