package org.normscape.probe.sharpness;

import com.google.auto.service.AutoService;
import java.util.List;
import java.util.Set;
import org.normscape.backend.Array;
import org.normscape.component.Components;
import org.normscape.component.Flat;
import org.normscape.linalg.Norm;
import org.normscape.objective.Found;
import org.normscape.objective.Need;
import org.normscape.objective.Need.Part;
import org.normscape.objective.Objective;
import org.normscape.params.Parameters;
import org.normscape.probe.Instrument;
import org.normscape.probe.LossProbe;
import org.normscape.probe.Measurement;
import org.normscape.probe.Probe;
import org.normscape.probe.ProbedLoss;
import org.normscape.probe.Quantity;
import org.normscape.probe.Reading;
import org.normscape.probe.Site;
import org.normscape.probe.Situation;
import org.normscape.probe.Units;
import org.normscape.probe.When;
import org.normscape.probe.direction.LossAround;
import org.normscape.probe.direction.Passes;
import org.normscape.probe.direction.Ray;
import org.normscape.probe.when.Every;

/**
 * The sharpness that sharpness-aware minimization looks at: how much the loss rises one step of
 * length ρ up the gradient, {@code L(θ + ρ g/‖g‖) − L(θ)} (Foret et al., ICLR 2021). To first order
 * it is the maximum over the ball of radius ρ.
 *
 * <p>Costs: a forward pass.
 *
 * <p>Confounded by: the radius, beside which the length of the weights matters: weights that a
 * normalization rescales again may be of any; and the batch, which gives both the gradient and the
 * loss.
 *
 * @param when at which steps
 * @param radius ρ
 * @param loss of which function
 */
@AutoService(Probe.class)
public record SamSharpness(When when, double radius, @Flat ProbedLoss loss) implements LossProbe {

  static final Quantity RISE =
      Quantity.of(
              "sam_sharpness",
              "SAM sharpness",
              "L(θ + ρ g∕‖g‖) − L(θ)",
              Units.LOSS,
              "How much the loss on the measured batch rises a distance ρ up its gradient g, with the running statistics left as they were.")
          .from("Foret et al. (ICLR 2021), equation 2")
          .agreeing(AverageSharpness.OF_A_RISE);

  public SamSharpness {
    Components.positive(SamSharpness.class, "radius", radius);
  }

  /** Every step, a distance of 0.05, as in the paper. */
  public SamSharpness() {
    this(new Every(), 0.05, new ProbedLoss());
  }

  /**
   * What was measured at one point.
   *
   * @param loss {@code L(θ)}
   * @param lossThere {@code L(θ + ρ g/‖g‖)}; NaN where there is no gradient
   */
  public record Rise(double loss, double lossThere) implements Measurement {

    /** The sharpness. */
    public double value() {
      return lossThere - loss;
    }

    @Override
    public List<Reading> readings() {
      return List.of(Reading.of(RISE, value()));
    }
  }

  @Override
  public List<Quantity> quantities() {
    return List.of(RISE);
  }

  @Override
  public Set<Need> needsOnBatch() {
    return Set.of(need());
  }

  private Need need() {
    return loss.need(Part.GRADIENT);
  }

  @Override
  public Instrument prepareOnBatch(Site site) {
    return new Ascent(site);
  }

  private final class Ascent implements Instrument {

    private final Objective objective;
    private final LossAround around;
    private final Norm norm;

    Ascent(Site site) {
      this.objective = loss.objective(site);
      this.around = new LossAround(site, loss, 1, Passes.FORWARD);
      this.norm =
          new Norm(
              site.backend(),
              site.numerics(),
              loss.moving(objective, objective.types().parameters()));
    }

    @Override
    public Rise measure(Situation situation) {
      Found found = situation.found(need());
      Parameters<Array> gradient = loss.moving(objective, found.gradient());
      Ray up = new Ray(gradient, 1);
      double there = around.around(situation, List.of(up)).at(radius / norm.of(gradient)).loss();
      return new Rise(found.loss(), there);
    }

    @Override
    public void close() {
      around.close();
      norm.close();
    }
  }
}
