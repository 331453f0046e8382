package org.normscape.bench.trainer.tensorflow;

import java.util.ArrayList;
import java.util.List;
import org.normscape.bench.trainer.Setting;
import org.normscape.bench.trainer.Trainer;
import org.normscape.experiments.data.batch.Batch;
import org.normscape.ir.DType;
import org.normscape.nn.ParameterSpec;
import org.normscape.nn.initialization.Initialization;
import org.normscape.objective.NetworkObjective;
import org.normscape.params.Parameters;
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
import org.tensorflow.types.TInt32;

/**
 * A network as a TensorFlow graph written by hand, as one would without Normscape: variables that
 * stay in the session, TensorFlow's own layers, gradients and updates, one run a step, and the
 * session's default options. float32.
 */
public final class RawTensorFlowTrainer implements Trainer {

  private final Graph graph = new Graph();
  private final Ops tf = Ops.create(graph);
  private final RawTensorFlowDescent descent = new RawTensorFlowDescent(tf);
  private final Session session;
  private final Shape shape;
  private final Placeholder<TFloat32> images;
  private final Placeholder<TInt32> labels;
  private final Operand<TFloat32> loss;
  private final List<Op> updates = new ArrayList<>();

  public RawTensorFlowTrainer(Setting setting) {
    NetworkObjective objective = setting.objective();
    this.shape = Shape.of(setting.batch(), Setting.SIDE, Setting.SIDE, Setting.CHANNELS);
    this.images = tf.placeholder(TFloat32.class, Placeholder.shape(shape));
    this.labels = tf.placeholder(TInt32.class, Placeholder.shape(Shape.of(setting.batch())));
    Parameters<Variable<TFloat32>> parameters = objective.parameters().map(this::variable);
    Parameters<Variable<TFloat32>> state = objective.state().map(this::variable);
    RawTensorFlowLayers layers =
        new RawTensorFlowLayers(tf, setting.network().normalization(), updates);
    this.loss =
        loss(RawTensorFlowNetwork.of(setting.network(), layers).logits(parameters, state, images));
    updates.addAll(descent.updates(loss, parameters.values(), (float) setting.learningRate()));
    this.session = new Session(graph);
    assign(parameters, objective.parameters(), setting.seed());
    assign(state, objective.state(), setting.seed());
  }

  private Variable<TFloat32> variable(ParameterSpec spec) {
    return tf.variable(shape(spec), TFloat32.class);
  }

  private static Shape shape(ParameterSpec spec) {
    return Shape.of(
        spec.type(DType.FLOAT32).shape().dims().stream().mapToLong(dim -> dim).toArray());
  }

  private Operand<TFloat32> loss(Operand<TFloat32> logits) {
    Operand<TFloat32> target = tf.oneHot(labels, tf.constant(10), tf.constant(1f), tf.constant(0f));
    return tf.math.mean(tf.nn.softmaxCrossEntropyWithLogits(logits, target).loss(), tf.constant(0));
  }

  private void assign(
      Parameters<Variable<TFloat32>> variables, Parameters<ParameterSpec> specs, long seed) {
    Initialization.mapped(specs, seed, (path, values) -> assigned(variables.get(path), values));
  }

  private Variable<TFloat32> assigned(Variable<TFloat32> variable, double[] values) {
    float[] floats = new float[values.length];
    for (int i = 0; i < floats.length; i++) {
      floats[i] = (float) values[i];
    }
    descent.assign(session, variable, floats);
    return variable;
  }

  @Override
  public double step(Batch batch) {
    try (TFloat32 input = TFloat32.tensorOf(shape, DataBuffers.of(batch.input().floats()));
        TInt32 target =
            TInt32.tensorOf(Shape.of(batch.size()), DataBuffers.of(batch.target().integers()))) {
      Session.Runner runner = session.runner().feed(images, input).feed(labels, target).fetch(loss);
      updates.forEach(runner::addTarget);
      try (Result result = runner.run()) {
        return ((TFloat32) result.get(0)).getFloat();
      }
    }
  }

  @Override
  public void close() {
    session.close();
    graph.close();
  }
}
