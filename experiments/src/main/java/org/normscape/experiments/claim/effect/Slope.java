package org.normscape.experiments.claim.effect;

import com.google.auto.service.AutoService;
import java.util.List;
import java.util.OptionalDouble;
import org.normscape.component.Flat;
import org.normscape.experiments.claim.evidence.Evidence;
import org.normscape.experiments.claim.evidence.Measurable;
import org.normscape.experiments.claim.evidence.Selection;

/**
 * The slope of the straight line through points. On two logarithmic axes it is the exponent of a
 * power law; on a logarithmic vertical axis alone, the natural logarithm of a factor of growth.
 *
 * @param points the points
 */
@AutoService(Effect.class)
public record Slope(@Flat Points points) implements Effect {

  /** Of points that are still to be named. */
  public Slope() {
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
    return points.line(evidence).getSlope();
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
    return "slope of " + points.words();
  }
}
