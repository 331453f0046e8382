package org.normscape.probe.curvature.spectrum;

import com.google.auto.service.AutoService;
import java.util.List;
import java.util.Set;
import org.normscape.component.Components;
import org.normscape.component.Flat;
import org.normscape.linalg.trace.Hutchinson;
import org.normscape.objective.Need;
import org.normscape.probe.Axes;
import org.normscape.probe.Instrument;
import org.normscape.probe.Probe;
import org.normscape.probe.Quantity;
import org.normscape.probe.Site;
import org.normscape.probe.When;
import org.normscape.probe.curvature.Curvature;
import org.normscape.probe.curvature.CurvatureProbe;
import org.normscape.probe.when.Every;

/**
 * The trace of the diagonal block that each parameter has in the Hessian, or in a matrix that
 * stands for it: where in the network the curvature is. All blocks come from the same products.
 *
 * <p>Costs: about three gradients for each random vector.
 *
 * <p>Confounded by: the length of the weights before a normalization: twice the length has a
 * quarter of the trace. The block of a bias before a normalization is 0 but for rounding; single
 * blocks scatter more than the sum.
 *
 * @param when at which steps
 * @param of which matrix
 * @param samples how many random vectors, one product each
 */
@AutoService(Probe.class)
public record BlockTraces(When when, @Flat Curvature of, int samples) implements CurvatureProbe {

  public BlockTraces {
    Components.count(BlockTraces.class, "samples", samples);
  }

  /** Every 10 steps, from 30 products. */
  public BlockTraces() {
    this(new Every(10, 0), new Curvature(), 30);
  }

  /** The algorithm. */
  Hutchinson estimator() {
    return new Hutchinson(samples);
  }

  @Override
  public List<Quantity> quantities() {
    TraceQuantities quantities = new TraceQuantities(of.matrix());
    return List.of(Axes.LAYER, quantities.blockTrace(), quantities.blockTraceError());
  }

  @Override
  public Set<Need> needs() {
    return Set.of();
  }

  @Override
  public Instrument prepare(Site site) {
    return new BlockTracesInstrument(this, site);
  }
}
