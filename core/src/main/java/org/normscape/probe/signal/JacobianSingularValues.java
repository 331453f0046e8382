package org.normscape.probe.signal;

import com.google.auto.service.AutoService;
import java.util.List;
import java.util.Set;
import org.normscape.component.Components;
import org.normscape.ir.TensorType;
import org.normscape.nn.Statistics;
import org.normscape.objective.Need;
import org.normscape.objective.Objective;
import org.normscape.objective.Penalty;
import org.normscape.probe.BatchProbe;
import org.normscape.probe.Instrument;
import org.normscape.probe.Probe;
import org.normscape.probe.ProbedBatch;
import org.normscape.probe.Quantity;
import org.normscape.probe.Site;
import org.normscape.probe.When;
import org.normscape.probe.when.AtStart;

/**
 * The singular values of the Jacobian of what the network says of an example in that example's
 * input, on one batch. A deep linear network starts as a product of random matrices, whose singular
 * values follow a law that gets heavier with depth (Bjorck et al., NeurIPS 2018, Theorem 1, Figures
 * 8 and 9): where every weight is a square matrix of one size, the law of as many normal matrices
 * of their mean squares stands beside them.
 *
 * <p>Costs: a forward and a backward pass for each output and example.
 *
 * <p>Confounded by: the size: the law is that of large matrices, and at 10 by 10 a distance of 0.1
 * is to be expected by chance; the statistics of the batch, through which other examples reach an
 * output.
 *
 * @param when at which steps
 * @param statistics which statistics normalizations use
 * @param examples of how many examples of the batch, the first ones
 * @param batch on which batch
 */
@AutoService(Probe.class)
public record JacobianSingularValues(
    When when, Statistics statistics, int examples, ProbedBatch batch) implements BatchProbe {

  private static final String INPUT = "input";

  public JacobianSingularValues {
    Components.count(JacobianSingularValues.class, "examples", examples);
  }

  /** At initialization, of one example. */
  public JacobianSingularValues() {
    this(new AtStart(), Statistics.BATCH_FROZEN_RUNNING, 1, ProbedBatch.STEP);
  }

  @Override
  public List<Quantity> quantities() {
    return JacobianQuantities.ALL;
  }

  @Override
  public Set<Need> needsOnBatch() {
    return Set.of();
  }

  @Override
  public void check(Site site) {
    input(site.objective(Penalty.EXCLUDED));
  }

  /** The type of the inputs, an example a row. */
  TensorType input(Objective objective) {
    TensorType input =
        objective
            .batch()
            .find(INPUT)
            .orElseThrow(
                () ->
                    new IllegalArgumentException(
                        "JacobianSingularValues: the objective must have an \"input\" in its batch, but it has %s. To fix: leave the probe out of this cell."
                            .formatted(objective.batch().paths())));
    Components.require(
        examples <= input.shape().dim(0),
        JacobianSingularValues.class,
        "examples",
        "must be at most %s, those of a batch".formatted(input.shape().dim(0)),
        examples);
    return input;
  }

  @Override
  public Instrument prepareOnBatch(Site site) {
    return new JacobianInstrument(this, site);
  }
}
