package org.normscape.probe.curvature.edge;

import com.google.auto.service.AutoService;
import java.util.List;
import java.util.Set;
import org.normscape.component.Components;
import org.normscape.component.Flat;
import org.normscape.objective.Need;
import org.normscape.probe.Instrument;
import org.normscape.probe.Probe;
import org.normscape.probe.Quantity;
import org.normscape.probe.Site;
import org.normscape.probe.When;
import org.normscape.probe.curvature.Curvature;
import org.normscape.probe.curvature.CurvatureProbe;
import org.normscape.probe.curvature.Examples;
import org.normscape.probe.when.Every;

/**
 * The batch sharpness {@code E_B[g_Bᵀ H_B g_B / ‖g_B‖²]}: the curvature of the loss of a batch
 * along its own gradient, as a mean over fresh batches (Andreyev and Beneventano 2025). Of
 * stochastic gradient descent without momentum it settles at 2/η, where the largest eigenvalue
 * stays below.
 *
 * <p>Costs: about three gradients for each batch.
 *
 * <p>Confounded by: the size of the batches, which decides where it settles, and momentum, with
 * which it settles elsewhere. Its standard error is over batches, not over seeds.
 *
 * @param when at which steps
 * @param of which matrix; its parameters choose what is in the gradients too. Its examples are the
 *     batches
 * @param batches how many fresh batches, at least 2
 */
@AutoService(Probe.class)
public record BatchSharpness(When when, @Flat Curvature of, int batches) implements CurvatureProbe {

  public BatchSharpness {
    Components.require(
        batches >= 2, BatchSharpness.class, "batches", "must be at least 2", batches);
    Components.require(
        of.examples() == Examples.BATCH,
        BatchSharpness.class,
        "of",
        "must be a matrix of a batch, not of other examples",
        of.examples(),
        "set examples = batch");
  }

  /** Every 10 steps, over 16 batches. */
  public BatchSharpness() {
    this(new Every(10, 0), new Curvature(), 16);
  }

  @Override
  public List<Quantity> quantities() {
    BatchSharpnessQuantities quantities = new BatchSharpnessQuantities(of.matrix());
    return List.of(
        quantities.batchSharpness(), quantities.batchSharpnessError(), quantities.batchEdgeRatio());
  }

  @Override
  public Set<Need> needs() {
    return Set.of();
  }

  @Override
  public Instrument prepare(Site site) {
    return new BatchSharpnessInstrument(this, site);
  }
}
