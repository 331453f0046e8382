package org.normscape.bench.deeplinear;

import java.util.ArrayList;
import java.util.List;
import org.normscape.bench.trainer.tensorflow.RawTensorFlowDescent;
import org.tensorflow.Graph;
import org.tensorflow.Operand;
import org.tensorflow.Result;
import org.tensorflow.Session;
import org.tensorflow.ndarray.Shape;
import org.tensorflow.ndarray.buffer.DataBuffers;
import org.tensorflow.op.Op;
import org.tensorflow.op.Ops;
import org.tensorflow.op.core.Placeholder;
import org.tensorflow.op.core.Variable;
import org.tensorflow.types.TFloat32;

/**
 * A TensorFlow graph written by hand: variables that stay in the session, TensorFlow's own
 * gradients and updates, one run a step, and the session's default options.
 */
final class RawTensorFlowDeepLinear implements DeepLinearStep {

  private static final Shape ROWS = Shape.of(DeepLinearTask.EXAMPLES, DeepLinearTask.SIZE);
  private static final Shape MATRIX = Shape.of(DeepLinearTask.SIZE, DeepLinearTask.SIZE);

  private final Graph graph = new Graph();
  private final Ops tf = Ops.create(graph);
  private final Placeholder<TFloat32> input = placeholder(ROWS);
  private final Placeholder<TFloat32> target = placeholder(ROWS);
  private final List<Variable<TFloat32>> matrices = new ArrayList<>();
  private final List<Op> updates;
  private final Operand<TFloat32> meanSquare;
  private final Session session;
  private final TFloat32 inputs = tensor(ROWS, DeepLinearTask.rows("input"));
  private final TFloat32 targets = tensor(ROWS, DeepLinearTask.rows("target"));
  private double loss = Double.NaN;

  RawTensorFlowDeepLinear() {
    Operand<TFloat32> rows = input;
    for (int layer = 0; layer < DeepLinearTask.LAYERS; layer++) {
      Variable<TFloat32> matrix = tf.variable(MATRIX, TFloat32.class);
      matrices.add(matrix);
      rows = tf.linalg.matMul(rows, matrix);
    }
    this.meanSquare =
        tf.math.mean(tf.math.squaredDifference(rows, target), tf.constant(new int[] {0, 1}));
    RawTensorFlowDescent descent = new RawTensorFlowDescent(tf);
    this.updates = descent.updates(meanSquare, matrices, (float) DeepLinearTask.LEARNING_RATE);
    this.session = new Session(graph);
    List<float[]> values = DeepLinearTask.matrices();
    for (int layer = 0; layer < DeepLinearTask.LAYERS; layer++) {
      descent.assign(session, matrices.get(layer), values.get(layer));
    }
  }

  private Placeholder<TFloat32> placeholder(Shape shape) {
    return tf.placeholder(TFloat32.class, Placeholder.shape(shape));
  }

  private static TFloat32 tensor(Shape shape, float[] values) {
    return TFloat32.tensorOf(shape, DataBuffers.of(values));
  }

  @Override
  public void run() {
    Session.Runner runner =
        session.runner().feed(input, inputs).feed(target, targets).fetch(meanSquare);
    updates.forEach(runner::addTarget);
    try (Result result = runner.run()) {
      loss = ((TFloat32) result.get(0)).getFloat();
    }
  }

  @Override
  public double loss() {
    return loss;
  }

  @Override
  public void close() {
    inputs.close();
    targets.close();
    session.close();
    graph.close();
  }
}
