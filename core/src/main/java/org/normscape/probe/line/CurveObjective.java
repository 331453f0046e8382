package org.normscape.probe.line;

import java.util.List;
import org.normscape.ir.DType;
import org.normscape.ir.Shape;
import org.normscape.ir.Tensor;
import org.normscape.ir.TensorType;
import org.normscape.nn.ParameterSpec;
import org.normscape.nn.Statistics;
import org.normscape.nn.noise.NoiseSpec;
import org.normscape.objective.Evaluation;
import org.normscape.objective.Objective;
import org.normscape.objective.Point;
import org.normscape.params.Parameters;

/**
 * The loss at one place of a quadratic Bézier curve between two networks, as a function of the
 * control point between them. The ends and the place are part of the batch.
 *
 * @param objective the loss of a network
 */
record CurveObjective(Objective objective) implements Objective {

  private static final String CURVE = "curve";
  private static final String START = CURVE + ".start";
  private static final String END = CURVE + ".end";
  private static final String PLACE = CURVE + ".place";

  @Override
  public DType dtype() {
    return objective.dtype();
  }

  @Override
  public Parameters<ParameterSpec> parameters() {
    return objective.parameters();
  }

  @Override
  public Parameters<ParameterSpec> state() {
    return objective.state();
  }

  @Override
  public Parameters<NoiseSpec> noise() {
    return objective.noise();
  }

  @Override
  public Parameters<TensorType> frozen() {
    return objective.frozen();
  }

  @Override
  public Parameters<TensorType> batch() {
    Parameters<TensorType> ends = objective.types().parameters();
    return on(objective.batch(), ends, ends, new TensorType(dtype(), Shape.SCALAR));
  }

  /** A batch, with the ends of the curve and the place on it. */
  static <T> Parameters<T> on(
      Parameters<T> batch, Parameters<T> start, Parameters<T> end, T place) {
    return batch.and(start.within(START)).and(end.within(END)).and(PLACE, place);
  }

  @Override
  public Evaluation evaluate(
      Point<Tensor> middle, Parameters<Tensor> batch, Statistics statistics) {
    List<Parameters<Tensor>> controls =
        List.of(batch.under(START), middle.parameters(), batch.under(END));
    Point<Tensor> there =
        new Point<>(CurvePoints.casteljau(controls, batch.get(PLACE)), middle.state());
    return objective.evaluate(
        there, batch.where((path, value) -> !path.startsWith(CURVE + ".")), statistics);
  }
}
