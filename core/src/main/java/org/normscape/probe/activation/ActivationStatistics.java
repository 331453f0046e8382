package org.normscape.probe.activation;

import com.google.auto.service.AutoService;
import java.util.List;
import java.util.Set;
import org.normscape.nn.Statistics;
import org.normscape.objective.Need;
import org.normscape.objective.Need.Part;
import org.normscape.objective.Penalty;
import org.normscape.probe.BatchProbe;
import org.normscape.probe.Instrument;
import org.normscape.probe.LayerPattern;
import org.normscape.probe.Probe;
import org.normscape.probe.ProbedBatch;
import org.normscape.probe.Quantity;
import org.normscape.probe.Site;
import org.normscape.probe.When;
import org.normscape.probe.when.Every;

/**
 * The mean and the standard deviation of each activation, and the norm of the gradient in it, on
 * one batch: whether signals grow, vanish or drift (Santurkar et al. 2018, Figure 2; Bjorck et al.
 * 2018).
 *
 * <p>Costs: nothing but sums: the passes are the step's own.
 *
 * <p>Confounded by: the batch: it is of one, and a smaller one scatters more. Means over channels
 * hide channels that are far from each other: see channel-moments.
 *
 * @param when at which steps
 * @param layers the activations that are measured: a regular expression that their whole paths
 *     match, such as {@code norm.*}
 * @param statistics which statistics normalizations use
 * @param batch on which batch
 */
@AutoService(Probe.class)
public record ActivationStatistics(
    When when, String layers, Statistics statistics, ProbedBatch batch) implements BatchProbe {

  public ActivationStatistics {
    new LayerPattern(ActivationStatistics.class, layers);
  }

  /** Every step, every activation, as training sees them. */
  public ActivationStatistics() {
    this(new Every(), ".*", Statistics.BATCH_FROZEN_RUNNING, ProbedBatch.STEP);
  }

  @Override
  public List<Quantity> quantities() {
    return ActivationQuantities.ALL;
  }

  @Override
  public Set<Need> needsOnBatch() {
    return Set.of(need());
  }

  /** The penalty of a weight decay does not depend on activations: the one need there is. */
  Need need() {
    return new Need(
        statistics, Penalty.INCLUDED, Set.of(Part.ACTIVATIONS, Part.ACTIVATION_GRADIENTS));
  }

  LayerPattern pattern() {
    return new LayerPattern(ActivationStatistics.class, layers);
  }

  @Override
  public Instrument prepareOnBatch(Site site) {
    return new ActivationInstrument(this, site);
  }
}
