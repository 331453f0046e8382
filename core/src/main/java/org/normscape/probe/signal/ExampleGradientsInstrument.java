package org.normscape.probe.signal;

import java.util.ArrayList;
import java.util.List;
import org.normscape.backend.Array;
import org.normscape.backend.Backend;
import org.normscape.grad.Gradients;
import org.normscape.ir.Shape;
import org.normscape.ir.Tensor;
import org.normscape.ir.TensorType;
import org.normscape.linalg.VectorSpace;
import org.normscape.objective.Evaluation;
import org.normscape.objective.Objective;
import org.normscape.params.NamedExecutable;
import org.normscape.params.NamedProgram;
import org.normscape.params.Owner;
import org.normscape.params.Parameters;
import org.normscape.probe.Instrument;
import org.normscape.probe.ProbedLoss;
import org.normscape.probe.Site;
import org.normscape.probe.Situation;
import org.normscape.probe.structure.Written;

/** {@link ExampleGradients} that are ready to be measured. */
final class ExampleGradientsInstrument implements Instrument {

  private static final String WEIGHTS = "weights";

  private final ExampleGradients probe;
  private final Backend backend;
  private final Objective objective;
  private final int batch;
  private final TensorType weights;
  private final NamedExecutable program;
  private final VectorSpace space;

  ExampleGradientsInstrument(ExampleGradients probe, Site site) {
    this.probe = probe;
    this.backend = site.backend();
    this.objective = probe.loss().objective(site);
    this.batch = probe.batch(objective);
    this.weights = new TensorType(objective.dtype(), Shape.of(batch));
    this.program =
        NamedProgram.trace(
                Written.arguments(objective, probe.loss().statistics()).and(WEIGHTS, weights),
                this::write)
            .compile(site.backend(), site.numerics());
    this.space =
        new VectorSpace(
            site.backend(),
            site.numerics(),
            probe.loss().moving(objective, objective.types().parameters()));
  }

  /** The gradient through the outputs of the examples, each by a weight of its own. */
  private Parameters<Tensor> write(Parameters<Tensor> arguments) {
    ProbedLoss loss = probe.loss();
    Written written = Written.of(objective, arguments, loss.statistics());
    Evaluation found = written.evaluation();
    Tensor output = found.output();
    Tensor slope = Gradients.of(found.loss(), List.of(output)).get(0);
    Tensor weighted =
        slope.times(arguments.get(WEIGHTS).broadcast(output.shape(), output.shape().axesExcept(0)));
    Parameters<Tensor> moving = loss.moving(objective, written.at().point().parameters());
    return Parameters.like(
        moving, Gradients.vjp(List.of(output), moving.values(), List.of(weighted)));
  }

  @Override
  public MeasuredGradients measure(Situation situation) {
    Parameters<Array> at = situation.point().with(situation.batch());
    try (Owner owner = new Owner()) {
      List<Parameters<Array>> gradients = new ArrayList<>();
      double[] products = new double[probe.examples() * probe.examples()];
      for (int i = 0; i < probe.examples(); i++) {
        gradients.add(owner.own(gradient(at, i)));
        double[] row = space.dots(gradients.get(i), gradients);
        for (int j = 0; j <= i; j++) {
          products[i * probe.examples() + j] = row[j];
          products[j * probe.examples() + i] = row[j];
        }
      }
      return new MeasuredGradients(
          InnerProducts.of(products), batch, probe.population(), situation.learningRate());
    }
  }

  private Parameters<Array> gradient(Parameters<Array> at, int example) {
    double[] one = new double[batch];
    one[example] = batch;
    try (Array given = backend.array(weights, one)) {
      return program.run(at.and(WEIGHTS, given));
    }
  }

  @Override
  public void close() {
    program.close();
    space.close();
  }
}
