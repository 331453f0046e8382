package org.normscape.probe.shift;

import com.google.auto.service.AutoService;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.normscape.component.Components;
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
 * Internal covariate shift as Santurkar et al. define it (NeurIPS 2018, Definition 2.1): how much
 * the gradient of a layer changes when the layers before it make their update and it does not,
 * {@code G − G′} with
 *
 * <pre>
 * G  = ∇_{W_i} L(W_1, …, W_k)
 * G′ = ∇_{W_i} L(W_1′, …, W_{i−1}′, W_i, …, W_k)
 * </pre>
 *
 * <p>on one batch. The parameters of normalizations belong to the layers before; the statistics of
 * the batch are taken anew. It depends on the learning rate, for the update is the one that
 * training makes; networks whose updates differ in length are compared at one length of them all.
 *
 * <p>Costs: a forward and a backward pass for each layer.
 *
 * <p>Confounded by: the learning rate and the length of the update, unless distance is given; the
 * length of the gradient, for differences grow with it: read the cosine as well; and weights that a
 * normalization rescales again, whose gradients shrink as they grow.
 *
 * @param when at which steps
 * @param layers the layers that are measured: a regular expression that the paths of layers with
 *     weights match, such as {@code conv(5|10)}
 * @param weightDecay whether the penalty of the weight decay belongs to the loss
 * @param statistics which statistics normalizations use
 * @param distance how long the update of all parameters is made, in place of its own length, where
 *     it is given: then the shift is one at a matched norm of the update
 * @param batch on which batch
 */
@AutoService(Probe.class)
public record CovariateShift(
    When when,
    String layers,
    Penalty weightDecay,
    Statistics statistics,
    Optional<Double> distance,
    ProbedBatch batch)
    implements BatchProbe {

  public CovariateShift {
    new LayerPattern(CovariateShift.class, layers);
    distance.ifPresent(given -> Components.positive(CovariateShift.class, "distance", given));
  }

  /** Every hundredth step, every layer that has weights, as training sees them. */
  public CovariateShift() {
    this(
        new Every(100, 0),
        ".*",
        Penalty.EXCLUDED,
        Statistics.BATCH_FROZEN_RUNNING,
        Optional.empty(),
        ProbedBatch.STEP);
  }

  @Override
  public List<Quantity> quantities() {
    return ShiftQuantities.ALL;
  }

  @Override
  public Set<Need> needsOnBatch() {
    return Set.of(need());
  }

  Need need() {
    return new Need(statistics, weightDecay, Set.of(Part.GRADIENT));
  }

  LayerPattern pattern() {
    return new LayerPattern(CovariateShift.class, layers);
  }

  @Override
  public Instrument prepareOnBatch(Site site) {
    return new ShiftInstrument(this, site);
  }
}
