package org.normscape.contract;

import java.util.List;
import java.util.stream.Stream;
import org.normscape.backend.Array;
import org.normscape.backend.Backend;
import org.normscape.backend.Numerics;
import org.normscape.ir.DType;
import org.normscape.ir.Shape;
import org.normscape.ir.TensorType;
import org.normscape.model.Vgg;
import org.normscape.nn.He;
import org.normscape.nn.Reduction;
import org.normscape.nn.SoftmaxCrossEntropy;
import org.normscape.nn.Statistics;
import org.normscape.norm.Normalization;
import org.normscape.norm.NormalizationScheme;
import org.normscape.objective.NetworkObjective;
import org.normscape.objective.Point;
import org.normscape.params.NamedExecutable;
import org.normscape.params.NamedProgram;
import org.normscape.params.Parameters;
import org.normscape.random.RandomStream;

/** Gradient steps of a small network with a normalization, in exact numerics. */
final class ExactTraining implements AutoCloseable {

  private static final double LEARNING_RATE = 0.05;

  private final NamedExecutable gradient;
  private final NamedExecutable update;
  private final Parameters<Array> batch;
  private Point<Array> point;

  ExactTraining(Backend backend, Normalization normalization) {
    NetworkObjective objective =
        new NetworkObjective(
            new Vgg(Vgg.Variant.VGG_A, 2, He.normal())
                .network(new NormalizationScheme(normalization), 10),
            new SoftmaxCrossEntropy(Reduction.MEAN),
            Shape.of(4, 32, 32, 3),
            DType.FLOAT64);
    this.gradient = objective.lossAndGradient(Statistics.BATCH).compile(backend, Numerics.EXACT);
    this.update = update(objective).compile(backend, Numerics.EXACT);
    this.point = objective.initialPoint(backend, 1);
    TensorType input = objective.batch().get("input");
    double[] images = RandomStream.of(6, "exact training").normal(input.shape().size(), 1);
    this.batch =
        Parameters.of("input", backend.array(input, images))
            .and("target", backend.array(objective.batch().get("target"), new int[] {3, 1, 7, 0}));
  }

  private static NamedProgram update(NetworkObjective objective) {
    Parameters<TensorType> types = objective.types().parameters();
    return NamedProgram.trace(
        types.within("parameters").and(types.within("gradient")),
        arguments ->
            arguments
                .under("parameters")
                .zip(arguments.under("gradient"), (w, g) -> w.minus(g.times(LEARNING_RATE))));
  }

  /** Takes a step: the loss, the gradient, and parameters and state after it. */
  List<double[]> step() {
    Parameters<Array> results = gradient.run(point.with(batch));
    Parameters<Array> moved =
        update.run(
            point
                .parameters()
                .within("parameters")
                .and(results.under("gradient").within("gradient")));
    List<double[]> numbers =
        Stream.concat(results.values().stream(), moved.values().stream())
            .map(Array::toDoubles)
            .toList();
    close(point);
    point = new Point<>(moved, results.under("state"));
    results.where((name, array) -> !name.startsWith("state.")).values().forEach(Array::close);
    return numbers;
  }

  private static void close(Point<Array> point) {
    point.parameters().values().forEach(Array::close);
    point.state().values().forEach(Array::close);
  }

  @Override
  public void close() {
    close(point);
    batch.values().forEach(Array::close);
    gradient.close();
    update.close();
  }
}
