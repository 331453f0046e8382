package org.normscape.bench.question;

import org.normscape.backend.Array;
import org.normscape.backend.Backends;
import org.normscape.bench.measure.Gauge;
import org.normscape.bench.trainer.Engine;
import org.normscape.bench.trainer.NormscapeTrainer;
import org.normscape.bench.trainer.Setting;
import org.normscape.ir.TensorType;
import org.normscape.linalg.LinearOperator;
import org.normscape.linalg.spectrum.StochasticLanczosQuadrature;
import org.normscape.objective.NetworkObjective;
import org.normscape.objective.Point;
import org.normscape.params.Parameters;
import org.normscape.probe.Site;
import org.normscape.probe.Snapshot;
import org.normscape.probe.curvature.Curvature;
import org.normscape.probe.curvature.CurvatureProducts;
import org.normscape.random.RandomStream;

/**
 * How many vectors of the size of the parameters stochastic Lanczos quadrature of the Hessian holds
 * at once beside the network and its batch: the bytes of all arrays, counted.
 */
final class HeldVectors implements Gauge {

  private final Setting setting;
  private final StochasticLanczosQuadrature quadrature;
  private final HeldBytes backend;
  private final Point<Array> point;
  private final Parameters<Array> batch;
  private final CurvatureProducts products;

  HeldVectors(Engine engine, Setting setting, int samples, int iterations) {
    NetworkObjective objective = setting.objective();
    this.setting = setting;
    this.quadrature = new StochasticLanczosQuadrature(samples, iterations);
    this.backend = new HeldBytes(Backends.open(engine.label()));
    this.point = objective.initialPoint(backend, setting.seed());
    this.batch =
        NormscapeTrainer.arrays(
            backend, objective, setting.proceduralBatches(setting.batch()).at(0));
    this.products =
        new CurvatureProducts(new Curvature(), Site.of(backend, setting.numerics(), objective));
  }

  @Override
  public double read() {
    long before = backend.startAnew();
    Snapshot here =
        new Snapshot(
            point,
            batch,
            setting.seed(),
            setting.learningRate(),
            need -> {
              throw new IllegalStateException("A Hessian needs nothing that is known.");
            });
    try (LinearOperator hessian = products.at(here)) {
      quadrature.estimate(
          hessian, products.space(), RandomStream.of(setting.seed(), "bench/held-vectors"));
    }
    return (backend.most() - before) / bytes(products.space().types());
  }

  private static double bytes(Parameters<TensorType> types) {
    return types.values().stream().mapToDouble(HeldBytes::of).sum();
  }

  @Override
  public void close() {
    products.close();
    batch.values().forEach(Array::close);
    point.values().forEach(Array::close);
    backend.close();
  }
}
