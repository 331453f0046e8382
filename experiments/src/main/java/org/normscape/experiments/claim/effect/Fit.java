package org.normscape.experiments.claim.effect;

import com.google.auto.service.AutoService;
import java.util.List;
import java.util.OptionalDouble;
import org.normscape.component.Flat;
import org.normscape.experiments.claim.evidence.Evidence;
import org.normscape.experiments.claim.evidence.Measurable;
import org.normscape.experiments.claim.evidence.Selection;

/**
 * How well a straight line goes through points: R², the share of their variance that it explains.
 *
 * @param points the points
 */
@AutoService(Effect.class)
public record Fit(@Flat Points points) implements Effect {

  /** Of points that are still to be named. */
  public Fit() {
    this(new Points());
  }

  @Override
  public List<Selection> selections() {
    return points.selections();
  }

  @Override
  public void check(String key, Measurable measurable) {
    points.check(key, measurable);
  }

  @Override
  public double size(Evidence evidence) {
    return points.line(evidence).getRSquare();
  }

  @Override
  public Averaging averaging() {
    return Averaging.OF_SHARES;
  }

  @Override
  public OptionalDouble neutral() {
    return OptionalDouble.of(0);
  }

  @Override
  public String words() {
    return "R² of a line through " + points.words();
  }
}
