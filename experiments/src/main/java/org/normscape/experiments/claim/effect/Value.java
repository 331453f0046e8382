package org.normscape.experiments.claim.effect;

import com.google.auto.service.AutoService;
import java.util.List;
import java.util.OptionalDouble;
import org.normscape.experiments.claim.evidence.Evidence;
import org.normscape.experiments.claim.evidence.Measurable;
import org.normscape.experiments.claim.evidence.Selection;

/**
 * How large a quantity is.
 *
 * @param of which numbers of it
 * @param scale how seeds are averaged: as they are, or by their logarithms, for what is above 0 and
 *     may lie orders of magnitude apart
 */
@AutoService(Effect.class)
public record Value(Selection of, Counting scale) implements Effect {

  /** Of a quantity that is still to be named. */
  public Value() {
    this(new Selection(), Counting.LINEAR);
  }

  @Override
  public List<Selection> selections() {
    return List.of(of);
  }

  @Override
  public void check(String key, Measurable measurable) {
    measurable.selection(key + ".of", of);
  }

  @Override
  public double size(Evidence evidence) {
    return of.value(evidence);
  }

  @Override
  public Averaging averaging() {
    return scale == Counting.LOG ? Averaging.GEOMETRIC : Averaging.ARITHMETIC;
  }

  @Override
  public OptionalDouble neutral() {
    return scale == Counting.LOG ? OptionalDouble.empty() : OptionalDouble.of(0);
  }

  @Override
  public String words() {
    return "%s in %s".formatted(of.words(), of.network());
  }
}
