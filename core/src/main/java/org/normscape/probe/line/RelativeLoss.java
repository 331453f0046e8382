package org.normscape.probe.line;

import com.google.auto.service.AutoService;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.normscape.backend.Array;
import org.normscape.component.Components;
import org.normscape.component.Flat;
import org.normscape.objective.Found;
import org.normscape.objective.Need;
import org.normscape.objective.Need.Part;
import org.normscape.objective.Objective;
import org.normscape.params.Parameters;
import org.normscape.probe.Agreement;
import org.normscape.probe.Axes;
import org.normscape.probe.Instrument;
import org.normscape.probe.LossProbe;
import org.normscape.probe.Measurement;
import org.normscape.probe.Probe;
import org.normscape.probe.ProbedLoss;
import org.normscape.probe.Quantity;
import org.normscape.probe.Reading;
import org.normscape.probe.Site;
import org.normscape.probe.Situation;
import org.normscape.probe.Statistic;
import org.normscape.probe.Units;
import org.normscape.probe.When;
import org.normscape.probe.direction.LossAround;
import org.normscape.probe.direction.LossAround.Places;
import org.normscape.probe.direction.Passes;
import org.normscape.probe.direction.Ray;
import org.normscape.probe.grid.Grid;
import org.normscape.probe.grid.Logarithmic;
import org.normscape.probe.when.AtStart;

/**
 * The loss after one step down the gradient, divided by the loss before it, on one batch and for
 * many step lengths: {@code L(θ − εg) / L(θ)} (Bjorck, Gomes, Selman and Weinberger, "Understanding
 * batch normalization", NeurIPS 2018, Figure 3). Step lengths are learning rates as they are, not
 * multiples of that of training, so that networks that train at different rates stand on one axis.
 *
 * <p>Costs: a forward pass for each step length.
 *
 * <p>Confounded by: the batch: it is the one whose gradient is followed; and the loss that it is
 * divided by, which late in training is small.
 *
 * @param when at which steps
 * @param stepLengths ε, ascending from above 0
 * @param loss of which function
 */
@AutoService(Probe.class)
public record RelativeLoss(When when, Grid stepLengths, @Flat ProbedLoss loss)
    implements LossProbe {

  private static final String PAPER = "Bjorck et al. (NeurIPS 2018), Figure 3";

  static final Quantity RELATIVE =
      Quantity.of(
              "relative_loss",
              "loss after a step ∕ loss before it",
              "L(θ − εg) ∕ L(θ)",
              Units.ONE,
              "The loss one step of length ε down the gradient, divided by the loss at θ, both on the measured batch, with θ and the running statistics left as they were: below 1 where the step helps.")
          .from(PAPER)
          .along(Axes.EPSILON)
          .agreeing(Agreement.OF_A_LOSS_ELSEWHERE);

  static final Quantity LOWEST =
      Quantity.of(
              "relative_loss_lowest",
              "lowest loss after a step ∕ loss before it",
              "min L(θ − εg) ∕ L(θ)",
              Units.ONE,
              "The smallest of the relative losses over the step lengths: how much the best of these steps gains.")
          .from(PAPER)
          .summedUp(Statistic.MEDIAN, "relative loss, lowest")
          .agreeing(Agreement.OF_A_LOSS_ELSEWHERE);

  static final Quantity LONGEST =
      Quantity.of(
              "longest_helpful_step",
              "longest step that helps",
              "max ε: L(θ − εg) ≤ L(θ)",
              Units.STEP_LENGTH,
              "The longest of the step lengths up to which no step down the gradient raises the loss of the measured batch; 0 where the shortest does.")
          .from(PAPER)
          .summedUp(Statistic.MEDIAN, "longest helpful step, median")
          .agreeing(Agreement.UNJUDGED);

  public RelativeLoss {
    Components.require(
        !stepLengths.places().isEmpty() && stepLengths.places().get(0) > 0,
        RelativeLoss.class,
        "stepLengths",
        "must be ascending numbers greater than 0, at least one",
        stepLengths.places());
  }

  /** At initialization, over four decades up to 0.2. */
  public RelativeLoss() {
    this(new AtStart(), new Logarithmic(2e-5, 0.2, 17), new ProbedLoss());
  }

  /**
   * What was measured at one point.
   *
   * @param loss {@code L(θ)}
   * @param places one for each step length, in order
   */
  public record Steps(double loss, List<Place> places) implements Measurement {

    /**
     * Where one step leads.
     *
     * @param length ε
     * @param loss {@code L(θ − εg)}
     */
    public record Place(double length, double loss) {}

    public Steps {
      places = List.copyOf(places);
    }

    /** The smallest relative loss; NaN when one is. */
    public double lowest() {
      return places.stream().mapToDouble(Place::loss).reduce(Math::min).orElseThrow() / loss;
    }

    /** The longest step up to which none raises the loss; 0 where the first does. */
    public double longestHelpful() {
      return places.stream()
          .takeWhile(place -> place.loss() <= loss)
          .mapToDouble(Place::length)
          .reduce(0, (before, length) -> length);
    }

    @Override
    public List<Reading> readings() {
      return Stream.concat(
              Stream.of(Reading.of(LOWEST, lowest()), Reading.of(LONGEST, longestHelpful())),
              places.stream()
                  .map(
                      place ->
                          Reading.at(Axes.EPSILON, place.length(), RELATIVE, place.loss() / loss)))
          .toList();
    }
  }

  @Override
  public List<Quantity> quantities() {
    return List.of(LOWEST, LONGEST, Axes.EPSILON, RELATIVE);
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
    return new Walk(site);
  }

  private final class Walk implements Instrument {

    private final Objective objective;
    private final LossAround around;

    Walk(Site site) {
      this.objective = loss.objective(site);
      this.around = new LossAround(site, loss, 1, Passes.FORWARD);
    }

    @Override
    public Steps measure(Situation situation) {
      Found found = situation.found(need());
      Parameters<Array> gradient = loss.moving(objective, found.gradient());
      Places places = around.around(situation, List.of(new Ray(gradient, -1)));
      return new Steps(
          found.loss(),
          stepLengths.places().stream()
              .map(length -> new Steps.Place(length, places.at(length).loss()))
              .toList());
    }

    @Override
    public void close() {
      around.close();
    }
  }
}
