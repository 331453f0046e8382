package org.normscape.probe;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import org.normscape.component.Components;
import org.normscape.nn.ParameterSpec;
import org.normscape.nn.Role;
import org.normscape.nn.Statistics;
import org.normscape.objective.Need;
import org.normscape.objective.Need.Part;
import org.normscape.objective.Objective;
import org.normscape.objective.Penalty;
import org.normscape.params.Parameters;

/**
 * The loss that a probe looks at, as a function of some of the parameters; the others stay where
 * they are. What is measured elsewhere is measured on the same batch, with the same noise.
 *
 * @param parameters the roles of the parameters that move
 * @param weightDecay whether the penalty of the weight decay belongs to the loss
 * @param statistics which statistics normalizations use: with those of the batch, the function is
 *     the one that training descends
 * @param batch on which batch; a fresh one tells what holds of the loss from what holds of the
 *     batch that the network is moved by
 */
public record ProbedLoss(
    List<Role> parameters, Penalty weightDecay, Statistics statistics, ProbedBatch batch) {

  public ProbedLoss {
    parameters = List.copyOf(parameters);
    Components.require(
        !parameters.isEmpty(), ProbedLoss.class, "parameters", "must name a role", parameters);
  }

  /**
   * Of every parameter, without the penalty, on the batch of the step; running statistics stay as
   * they are.
   */
  public ProbedLoss() {
    this(
        List.of(Role.WEIGHT, Role.BIAS, Role.SCALE, Role.SHIFT),
        Penalty.EXCLUDED,
        Statistics.BATCH_FROZEN_RUNNING,
        ProbedBatch.STEP);
  }

  /** As {@link #ProbedLoss()}, of weights alone: of matrices and filters. */
  public static ProbedLoss ofWeights() {
    return new ProbedLoss(
        List.of(Role.WEIGHT), Penalty.EXCLUDED, Statistics.BATCH_FROZEN_RUNNING, ProbedBatch.STEP);
  }

  /**
   * The objective at a site.
   *
   * @throws IllegalArgumentException when it has no parameter that moves
   */
  public Objective objective(Site site) {
    Objective objective = site.objective(weightDecay);
    List<Role> there =
        objective.parameters().values().stream().map(ParameterSpec::role).distinct().toList();
    Components.require(
        there.stream().anyMatch(parameters::contains),
        ProbedLoss.class,
        "parameters",
        "must name a role that the network has, one of " + names(there),
        names(parameters),
        "choose among these");
    return objective;
  }

  private static String names(List<Role> roles) {
    return roles.stream()
        .map(role -> role.name().toLowerCase(Locale.ROOT))
        .collect(Collectors.joining(", "));
  }

  /** The need of this loss and of these parts beside it. */
  public Need need(Part... parts) {
    return new Need(statistics, weightDecay, Set.of(parts));
  }

  /** Of values by the paths of the objective's parameters, those that move. */
  public <T> Parameters<T> moving(Objective objective, Parameters<T> all) {
    Parameters<ParameterSpec> specs = objective.parameters();
    return all.where((path, value) -> parameters.contains(specs.get(path).role()));
  }
}
