package org.normscape.probe.sharpness;

import com.google.auto.service.AutoService;
import java.util.List;
import java.util.Set;
import org.normscape.component.Components;
import org.normscape.component.Flat;
import org.normscape.objective.Need;
import org.normscape.probe.Agreement;
import org.normscape.probe.Agreement.Bound;
import org.normscape.probe.Agreement.Measure;
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
 * A stress test: from θ, gradient descent on one batch is followed while the learning rate grows by
 * a factor at each step, until the loss is a given multiple of what it was; θ itself stays. How
 * large a rate is survived says how well the surroundings are conditioned, step after step, and not
 * only along one line (after Page, “How to train your ResNet 7”, 2019).
 *
 * <p>Costs: a forward and a backward pass for each step, 21 at most by default.
 *
 * <p>Confounded by: the batch, which alone is descended; the first rate and the growth, which bound
 * how finely the answer is told; and the length of weights that a normalization rescales again.
 *
 * @param when at which steps
 * @param start the first learning rate, in those of the step
 * @param growth what it is multiplied with at each step; greater than 1
 * @param steps how many steps are followed at most, each of a forward and a backward pass
 * @param blowup how many times the loss at θ a loss has to exceed for the test to end; greater than
 *     1
 * @param loss of which function
 */
@AutoService(Probe.class)
public record LearningRateStress(
    When when, double start, double growth, int steps, double blowup, @Flat ProbedLoss loss)
    implements LossProbe {

  private static final String SOURCE = "after Page, “How to train your ResNet 7” (2019)";

  private static final Agreement OF_A_STEP_OF_THE_RAMP =
      new Agreement(
          Measure.RELATIVE,
          new Bound(1e-9, 1),
          new Bound(0.5, 1),
          "a rate of a ramp: the loss may exceed the bound a step earlier, and rightly so");

  static final Quantity SURVIVED =
      Quantity.of(
              "stress_learning_rate",
              "largest learning rate survived",
              "",
              Units.STEP_LENGTH,
              "The largest learning rate, of gradient descent on the measured batch with a rate that grows at each step, before the loss exceeds a multiple of what it was; 0 where the first one is not survived. Parameters and running statistics of the training are left as they were.")
          .from(SOURCE)
          .agreeing(OF_A_STEP_OF_THE_RAMP);

  static final Quantity STEPS =
      Quantity.of(
              "stress_steps",
              "steps survived",
              "",
              Units.ONE,
              "How many steps of the learning-rate stress test were taken before the loss exceeded a multiple of what it was; all of them where it never did.")
          .from(SOURCE)
          .agreeing(Agreement.UNJUDGED);

  public LearningRateStress {
    Components.positive(LearningRateStress.class, "start", start);
    requireMore("growth", growth);
    Components.count(LearningRateStress.class, "steps", steps);
    requireMore("blowup", blowup);
  }

  private static void requireMore(String component, double given) {
    Components.require(
        given > 1 && Double.isFinite(given),
        LearningRateStress.class,
        component,
        "must be a finite number greater than 1",
        given);
  }

  /** At the end, from a 64th of the learning rate, doubled each of twenty times, to ten times. */
  public LearningRateStress() {
    this(new AtEnd(), 1.0 / 64, 2, 20, 10, new ProbedLoss());
  }

  /**
   * What was measured at one point.
   *
   * @param survived the largest learning rate that was survived; 0 where none was
   * @param steps how many steps were survived
   */
  public record Endurance(double survived, int steps) implements Measurement {

    @Override
    public List<Reading> readings() {
      return List.of(Reading.of(SURVIVED, survived), Reading.of(STEPS, steps));
    }
  }

  @Override
  public List<Quantity> quantities() {
    return List.of(SURVIVED, STEPS);
  }

  @Override
  public Set<Need> needsOnBatch() {
    return Set.of();
  }

  @Override
  public Instrument prepareOnBatch(Site site) {
    return new Ramp(this, site);
  }
}
