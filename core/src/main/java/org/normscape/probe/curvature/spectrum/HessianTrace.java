package org.normscape.probe.curvature.spectrum;

import com.google.auto.service.AutoService;
import java.util.List;
import java.util.Set;
import org.normscape.component.Flat;
import org.normscape.linalg.trace.Hutchinson;
import org.normscape.linalg.trace.TraceEstimator;
import org.normscape.objective.Need;
import org.normscape.probe.Instrument;
import org.normscape.probe.Probe;
import org.normscape.probe.Quantity;
import org.normscape.probe.Site;
import org.normscape.probe.When;
import org.normscape.probe.curvature.Curvature;
import org.normscape.probe.curvature.CurvatureProbe;
import org.normscape.probe.when.Every;

/**
 * The trace of the Hessian, or of a matrix that stands for it, with its standard error over random
 * vectors.
 *
 * <p>Costs: 30 products, each about three gradients.
 *
 * <p>Confounded by: the length of the weights before a normalization, and the batch. The standard
 * error is over random vectors; of the choice of examples it says nothing.
 *
 * @param when at which steps
 * @param of which matrix
 * @param estimator how it is estimated, and by how many products
 */
@AutoService(Probe.class)
public record HessianTrace(When when, @Flat Curvature of, TraceEstimator estimator)
    implements CurvatureProbe {

  /** Every 10 steps, by Hutchinson's estimator. */
  public HessianTrace() {
    this(new Every(10, 0), new Curvature(), new Hutchinson());
  }

  @Override
  public List<Quantity> quantities() {
    TraceQuantities quantities = new TraceQuantities(of.matrix());
    return List.of(
        quantities.trace(),
        quantities.traceError(),
        quantities.meanEigenvalue(),
        quantities.traceProducts());
  }

  @Override
  public Set<Need> needs() {
    return Set.of();
  }

  @Override
  public Instrument prepare(Site site) {
    return new TraceInstrument(this, site);
  }
}
