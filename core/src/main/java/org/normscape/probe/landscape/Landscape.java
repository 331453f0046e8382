package org.normscape.probe.landscape;

import com.google.auto.service.AutoService;
import java.util.List;
import java.util.Set;
import org.normscape.component.Components;
import org.normscape.component.Flat;
import org.normscape.linalg.Range;
import org.normscape.objective.Need;
import org.normscape.objective.Need.Part;
import org.normscape.objective.Objective;
import org.normscape.probe.Instrument;
import org.normscape.probe.LossProbe;
import org.normscape.probe.Probe;
import org.normscape.probe.ProbedLoss;
import org.normscape.probe.Quantity;
import org.normscape.probe.Site;
import org.normscape.probe.When;
import org.normscape.probe.when.Every;

/**
 * The loss and its gradient at {@code θ − εg}, on one batch (Santurkar et al., "How Does Batch
 * Normalization Help Optimization?", NeurIPS 2018, section 3.1 and Figure 4).
 *
 * <p>Costs: a forward and a backward pass for each step length.
 *
 * <p>Confounded by: the batch: along its own gradient, its loss falls as that of no other, so
 * compare a line along fresh-gradient; and the length of the gradient: networks whose gradients
 * differ in size are looked at equally far only at equal distances. Step lengths are multiples of
 * the learning rate.
 *
 * @param when at which steps
 * @param stepLengths ε as multiples of the learning rate of the step, ascending
 * @param loss of which function; g holds the parameters that move
 */
@AutoService(Probe.class)
public record Landscape(When when, List<Double> stepLengths, @Flat ProbedLoss loss)
    implements LossProbe {

  public Landscape {
    stepLengths = List.copyOf(stepLengths);
    Components.require(
        isAscending(stepLengths),
        Landscape.class,
        "stepLengths",
        "must be ascending numbers greater than 0, at least one",
        stepLengths);
  }

  /**
   * Every step, over half, one, two and four times the learning rate, with every parameter, without
   * the penalty; running statistics stay as they are.
   */
  public Landscape() {
    this(new Every(), List.of(0.5, 1.0, 2.0, 4.0), new ProbedLoss());
  }

  private static boolean isAscending(List<Double> lengths) {
    return !lengths.isEmpty()
        && lengths.stream().allMatch(length -> length > 0 && Double.isFinite(length))
        && lengths.stream().sorted().distinct().toList().equals(lengths);
  }

  @Override
  public List<Quantity> quantities() {
    return LandscapeQuantities.ALL;
  }

  @Override
  public Set<Need> needsOnBatch() {
    return Set.of(need());
  }

  /**
   * The gradient of the function that is probed: under running statistics it is another one than
   * training descends.
   */
  Need need() {
    return loss.need(Part.GRADIENT);
  }

  @Override
  public void check(Site site) {
    Objective objective = loss.objective(site);
    site.learningRates(when)
        .distinct()
        .forEach(rate -> stepLengths.forEach(factor -> length(factor, rate, objective)));
  }

  @Override
  public Instrument prepareOnBatch(Site site) {
    return new LandscapeInstrument(this, site);
  }

  /** A step length, which must be one in the objective's type. */
  static double length(double factor, double learningRate, Objective objective) {
    double length = factor * learningRate;
    Components.require(
        Range.isLength(objective.dtype(), length),
        Landscape.class,
        "stepLengths",
        "times the learning rate must be numbers other than 0 in the objective's type, "
            + objective.dtype(),
        "%s times %s, which is 0 or infinite there".formatted(factor, learningRate),
        "change one of the two, or set numerics = precise");
    return length;
  }
}
