package org.normscape.experiments.claim.effect;

import com.google.auto.service.AutoService;
import java.util.List;
import java.util.OptionalDouble;
import org.normscape.component.Flat;
import org.normscape.experiments.claim.evidence.Evidence;
import org.normscape.experiments.claim.evidence.Measurable;
import org.normscape.experiments.claim.evidence.Selection;
import org.normscape.experiments.report.figure.Observation;

/**
 * How many of the numbers of a quantity lie inside bounds, as a share of all of them. The summary
 * of the selection is not used.
 *
 * @param of which numbers
 * @param bounds the bounds: {@code above}, {@code below} or both
 */
@AutoService(Effect.class)
public record Share(Selection of, @Flat Region bounds) implements Effect {

  /** Of numbers that are still to be named. */
  public Share() {
    this(new Selection(), new Region());
  }

  @Override
  public List<Selection> selections() {
    return List.of(of);
  }

  @Override
  public void check(String key, Measurable measurable) {
    measurable.selection(key + ".of", of);
    bounds.check(key);
  }

  @Override
  public double size(Evidence evidence) {
    return of.numbers(evidence).rows().stream()
        .map(Observation::value)
        .mapToDouble(value -> bounds.contains(value) ? 1 : 0)
        .average()
        .orElse(Double.NaN);
  }

  @Override
  public Averaging averaging() {
    return Averaging.OF_SHARES;
  }

  @Override
  public OptionalDouble neutral() {
    return OptionalDouble.empty();
  }

  @Override
  public String words() {
    return "share of %s in %s that is %s".formatted(of.quantity(), of.network(), bounds.text());
  }
}
