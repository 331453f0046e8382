package org.normscape.probe.sharpness;

import com.google.auto.service.AutoService;
import java.util.List;
import java.util.Set;
import org.normscape.component.Components;
import org.normscape.component.Flat;
import org.normscape.linalg.box.Ascent;
import org.normscape.linalg.box.BoxSearch;
import org.normscape.linalg.box.ProjectedSigns;
import org.normscape.objective.Need;
import org.normscape.probe.Agreement;
import org.normscape.probe.Instrument;
import org.normscape.probe.LossProbe;
import org.normscape.probe.Measurement;
import org.normscape.probe.Probe;
import org.normscape.probe.ProbedLoss;
import org.normscape.probe.Quantity;
import org.normscape.probe.Reading;
import org.normscape.probe.Site;
import org.normscape.probe.Units;
import org.normscape.probe.When;
import org.normscape.probe.when.AtEnd;

/**
 * How much higher the loss gets in a small box around θ, in percent of {@code 1 + L(θ)} (Keskar et
 * al., ICLR 2017, Metric 2.1 in the full space): {@code 100 (max L(θ + z) − L(θ)) / (1 + L(θ))}
 * over {@code |zᵢ| ≤ ε (|θᵢ| + 1)}.
 *
 * <p>The paper maximizes inexactly, by ten iterations of L-BFGS-B: {@code search.kind = lbfgs-b}.
 * The default is projected ascent along the signs of the gradient, in steps of a quarter of the box
 * for ten iterations, which is exact on a separable quadratic and does not depend on the scale of
 * the gradient. Of either, the highest loss on the way counts: a lower bound of the maximum. The
 * box is not scale invariant: rescaling weights that a normalization rescales again changes the
 * value.
 *
 * <p>Costs: a forward and a backward pass for each iteration and one more; L-BFGS-B takes more, and
 * keeps 20 vectors on the host.
 *
 * <p>Confounded by: the search, which ends before the maximum: a lower bound, and only that of one
 * kind of search compares; the length of weights that a normalization rescales again; and the loss
 * itself, which it is divided by.
 *
 * @param when at which steps
 * @param epsilon ε
 * @param iterations how many steps of the search, each of a forward and a backward pass or more
 * @param search how the maximum is looked for
 * @param loss of which function
 */
@AutoService(Probe.class)
public record KeskarSharpness(
    When when, double epsilon, int iterations, BoxSearch search, @Flat ProbedLoss loss)
    implements LossProbe {

  private static final String PAPER = "Keskar et al. (ICLR 2017), Metric 2.1";

  static final Quantity SHARPNESS =
      Quantity.of(
              "keskar_sharpness",
              "Keskar's sharpness",
              "100 (max L(θ + z) − L(θ)) ∕ (1 + L(θ))",
              Units.ONE,
              "How much higher the loss on the measured batch gets in the box |zᵢ| ≤ ε (|θᵢ| + 1), in percent of 1 + L(θ); the maximum is approached from below by the search that the probe names, with the running statistics left as they were.")
          .from(PAPER)
          .agreeing(
              Agreement.absolute(
                  1e-7,
                  0.1,
                  10,
                  "a hundred times the difference of two losses that lie close together"));

  static final Quantity MAXIMUM =
      Quantity.of(
              "keskar_loss",
              "largest loss in Keskar's box",
              "max L(θ + z)",
              Units.LOSS,
              "The highest loss that the search found in the box of Keskar's sharpness.")
          .from(PAPER)
          .agreeing(Agreement.OF_A_LOSS_ELSEWHERE);

  public KeskarSharpness {
    Components.positive(KeskarSharpness.class, "epsilon", epsilon);
    Components.count(KeskarSharpness.class, "iterations", iterations);
  }

  /** At the end, with the paper's larger box and its number of iterations. */
  public KeskarSharpness() {
    this(new AtEnd(), 1e-3, 10, new ProjectedSigns(), new ProbedLoss());
  }

  /**
   * What was measured at one point.
   *
   * @param found the loss at θ, and the highest one that was found in the box
   */
  public record Box(Ascent found) implements Measurement {

    /** {@code L(θ)}. */
    public double loss() {
      return found.start();
    }

    /** The highest loss that was found. */
    public double maximum() {
      return found.highest();
    }

    /** The sharpness, in percent. */
    public double sharpness() {
      return 100 * (maximum() - loss()) / (1 + loss());
    }

    @Override
    public List<Reading> readings() {
      return List.of(Reading.of(SHARPNESS, sharpness()), Reading.of(MAXIMUM, maximum()));
    }
  }

  @Override
  public List<Quantity> quantities() {
    return List.of(SHARPNESS, MAXIMUM);
  }

  @Override
  public Set<Need> needsOnBatch() {
    return Set.of();
  }

  @Override
  public Instrument prepareOnBatch(Site site) {
    return new BoxAscent(this, site);
  }
}
