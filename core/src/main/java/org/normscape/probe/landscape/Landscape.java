package org.normscape.probe.landscape;

import com.google.auto.service.AutoService;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import org.normscape.component.Components;
import org.normscape.linalg.Range;
import org.normscape.nn.ParameterSpec;
import org.normscape.nn.Role;
import org.normscape.nn.Statistics;
import org.normscape.objective.Need;
import org.normscape.objective.Need.Part;
import org.normscape.objective.Objective;
import org.normscape.objective.Penalty;
import org.normscape.probe.Instrument;
import org.normscape.probe.Probe;
import org.normscape.probe.Quantity;
import org.normscape.probe.Site;
import org.normscape.probe.When;
import org.normscape.probe.when.Every;

/**
 * The loss and its gradient at {@code θ − εg}, on the batch of the step (Santurkar et al., "How
 * Does Batch Normalization Help Optimization?", NeurIPS 2018, section 3.1 and Figure 4). Each step
 * length costs one forward and one backward pass.
 *
 * @param when at which steps
 * @param stepLengths ε as multiples of the learning rate of the step, ascending
 * @param parameters the roles of the parameters that are in g and move; the others stay where they
 *     are
 * @param weightDecay whether the penalty of the weight decay belongs to the loss
 * @param statistics which statistics normalizations use: with those of the batch, the function is
 *     the one that training descends
 */
@AutoService(Probe.class)
public record Landscape(
    When when,
    List<Double> stepLengths,
    List<Role> parameters,
    Penalty weightDecay,
    Statistics statistics)
    implements Probe {

  public Landscape {
    stepLengths = List.copyOf(stepLengths);
    parameters = List.copyOf(parameters);
    Components.require(
        isAscending(stepLengths),
        Landscape.class,
        "stepLengths",
        "must be ascending numbers greater than 0, at least one",
        stepLengths);
    Components.require(
        !parameters.isEmpty(), Landscape.class, "parameters", "must name a role", parameters);
  }

  /**
   * Every step, over half, one, two and four times the learning rate, with every parameter, without
   * the penalty; running statistics stay as they are.
   */
  public Landscape() {
    this(
        new Every(),
        List.of(0.5, 1.0, 2.0, 4.0),
        List.of(Role.WEIGHT, Role.BIAS, Role.SCALE, Role.SHIFT),
        Penalty.EXCLUDED,
        Statistics.BATCH_FROZEN_RUNNING);
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
  public Set<Need> needs() {
    return Set.of(need());
  }

  /**
   * The gradient of the function that is probed: under running statistics it is another one than
   * training descends.
   */
  Need need() {
    return new Need(statistics, weightDecay, Set.of(Part.GRADIENT));
  }

  @Override
  public void check(Site site) {
    Objective objective = site.objective(weightDecay);
    site.learningRates(when)
        .distinct()
        .forEach(rate -> stepLengths.forEach(factor -> length(factor, rate, objective)));
    checkParameters(objective);
  }

  @Override
  public Instrument prepare(Site site) {
    check(site);
    return new LandscapeInstrument(this, site);
  }

  private void checkParameters(Objective objective) {
    List<Role> there =
        objective.parameters().values().stream().map(ParameterSpec::role).distinct().toList();
    Components.require(
        there.stream().anyMatch(parameters::contains),
        Landscape.class,
        "parameters",
        "must name a role that the network has, one of " + names(there),
        names(parameters),
        "choose among these");
  }

  private static String names(List<Role> roles) {
    return roles.stream()
        .map(role -> role.name().toLowerCase(Locale.ROOT))
        .collect(Collectors.joining(", "));
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
