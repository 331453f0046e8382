package org.normscape.probe.signal;

import com.google.auto.service.AutoService;
import java.util.List;
import java.util.Set;
import org.normscape.ir.TensorType;
import org.normscape.nn.Statistics;
import org.normscape.objective.Need;
import org.normscape.objective.Penalty;
import org.normscape.params.Parameters;
import org.normscape.probe.BatchProbe;
import org.normscape.probe.Instrument;
import org.normscape.probe.LayerPattern;
import org.normscape.probe.Probe;
import org.normscape.probe.ProbedBatch;
import org.normscape.probe.Quantity;
import org.normscape.probe.Site;
import org.normscape.probe.When;
import org.normscape.probe.activation.Detail;
import org.normscape.probe.structure.Written;
import org.normscape.probe.when.AtStart;

/**
 * How much the gradients of the examples and positions of a batch cancel in the gradient of a
 * weight (Bjorck et al., NeurIPS 2018, Table 1), and between which channels it acts (Figure 7).
 * Without normalization they point the same way whatever the input is, so that little cancels. The
 * sum of the sizes of the terms {@code (∂L/∂O) I} is the gradient of the weight again, of {@code
 * |∂L/∂O|} and {@code |I|}. The loss is without the penalty, which is no sum over examples.
 *
 * <p>Costs: a forward and a backward pass, and a product more for each layer.
 *
 * <p>Confounded by: the number of examples and positions: sums of more terms cancel more by chance
 * alone; and dead units, which add nothing to either sum.
 *
 * @param when at which steps
 * @param layers the weights that are looked at: a regular expression that their whole paths match,
 *     such as {@code conv45\.weight}. A weight that a normalization rewrites multiplies nothing,
 *     and cannot be looked at
 * @param statistics which statistics normalizations use
 * @param detail whether the map of channels is recorded
 * @param batch on which batch
 */
@AutoService(Probe.class)
public record GradientAlignment(
    When when, String layers, Statistics statistics, Detail detail, ProbedBatch batch)
    implements BatchProbe {

  public GradientAlignment {
    new LayerPattern(GradientAlignment.class, layers);
  }

  /** At initialization, of every weight, without the map. */
  public GradientAlignment() {
    this(new AtStart(), ".*", Statistics.BATCH_FROZEN_RUNNING, Detail.SUMMARY, ProbedBatch.STEP);
  }

  @Override
  public List<Quantity> quantities() {
    return AlignmentQuantities.ALL;
  }

  @Override
  public Set<Need> needsOnBatch() {
    return Set.of();
  }

  @Override
  public void check(Site site) {
    chosen(site);
  }

  /** The weights that are looked at. */
  Parameters<TensorType> chosen(Site site) {
    return new LayerPattern(GradientAlignment.class, layers)
        .someOf(
            Written.linearLayers(site.objective(Penalty.EXCLUDED), statistics),
            "a weight that multiplies an input");
  }

  @Override
  public Instrument prepareOnBatch(Site site) {
    return new AlignmentInstrument(this, site);
  }
}
