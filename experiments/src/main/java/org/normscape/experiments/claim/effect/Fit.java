package org.normscape.experiments.claim.effect;

import com.google.auto.service.AutoService;
import org.normscape.component.Flat;
import org.normscape.experiments.claim.evidence.Evidence;

/**
 * How well a straight line goes through points: R², the share of their variance that it explains.
 *
 * @param points the points
 */
@AutoService(Effect.class)
public record Fit(@Flat Points points) implements OfPoints {

  /** Of points that are still to be named. */
  public Fit() {
    this(new Points());
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
  public String words() {
    return "R² of a line through " + points.words();
  }
}
