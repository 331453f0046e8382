package org.normscape.probe.curvature.edge;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.normscape.backend.Array;
import org.normscape.grad.Gradients;
import org.normscape.grad.Products;
import org.normscape.ir.DType;
import org.normscape.ir.Tensor;
import org.normscape.linalg.Range;
import org.normscape.linalg.trace.Estimate;
import org.normscape.objective.Arguments;
import org.normscape.objective.Evaluation;
import org.normscape.objective.Objective;
import org.normscape.objective.Point;
import org.normscape.params.NamedExecutable;
import org.normscape.params.NamedProgram;
import org.normscape.params.Parameters;
import org.normscape.probe.Instrument;
import org.normscape.probe.Measurement;
import org.normscape.probe.Site;
import org.normscape.probe.Situation;

/** A {@link BatchSharpness} that is ready to be measured: one program, which gives two numbers. */
final class BatchSharpnessInstrument implements Instrument {

  private static final String SQUARE = "square";
  private static final String FORM = "form";

  private final BatchSharpness probe;
  private final Objective objective;
  private final Set<String> rows;
  private final NamedExecutable program;

  BatchSharpnessInstrument(BatchSharpness probe, Site site) {
    this.probe = probe;
    this.objective = probe.of().objective(site);
    this.rows = probe.of().paths(objective);
    this.program =
        NamedProgram.trace(
                objective.types().with(objective.arguments(probe.of().statistics())), this::write)
            .compile(site.backend(), site.numerics());
  }

  /** {@code ‖g‖²} and {@code gᵀHg}. */
  private Parameters<Tensor> write(Parameters<Tensor> arguments) {
    Arguments<Tensor> at = Arguments.of(arguments);
    List<Tensor> in = rows.stream().map(at.point().parameters()::get).toList();
    Evaluation evaluation = objective.evaluate(at.point(), at.batch(), probe.of().statistics());
    List<Tensor> g = Gradients.of(evaluation.loss(), in);
    List<Tensor> product = probe.of().matrix().product(evaluation, in, g);
    return Parameters.of(SQUARE, Products.dot(wide(g), wide(g)))
        .and(FORM, Products.dot(wide(g), wide(product)));
  }

  private static List<Tensor> wide(List<Tensor> vector) {
    return vector.stream().map(x -> x.cast(DType.FLOAT64)).toList();
  }

  @Override
  public Measurement measure(Situation situation) {
    List<Double> found = new ArrayList<>();
    for (int i = 0; i < probe.batches(); i++) {
      situation
          .more()
          .withFresh(situation.step(), i, batch -> found.add(along(situation.point(), batch)));
    }
    return new MeasuredBatchSharpness(
        probe.of().matrix(),
        Estimate.of(found.stream().mapToDouble(x -> x).toArray(), found.size()),
        situation.learningRate());
  }

  private double along(Point<Array> point, Parameters<Array> batch) {
    Parameters<Double> numbers = Range.read(program.run(point.with(batch)));
    return numbers.get(FORM) / numbers.get(SQUARE);
  }

  @Override
  public void close() {
    program.close();
  }
}
