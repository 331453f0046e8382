package org.normscape.experiments.claim.effect;

import com.google.auto.service.AutoService;
import org.normscape.component.Flat;
import org.normscape.experiments.claim.evidence.Evidence;

/**
 * The slope of the straight line through points. On two logarithmic axes it is the exponent of a
 * power law; on a logarithmic vertical axis alone, the natural logarithm of a factor of growth.
 *
 * @param points the points
 */
@AutoService(Effect.class)
public record Slope(@Flat Points points) implements OfPoints {

  /** Of points that are still to be named. */
  public Slope() {
    this(new Points());
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
  public String words() {
    return "slope of " + points.words();
  }
}
