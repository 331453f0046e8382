package org.normscape.bench.trainer.tensorflow;

import java.util.ArrayList;
import java.util.List;
import org.tensorflow.Operand;
import org.tensorflow.Session;
import org.tensorflow.ndarray.buffer.DataBuffers;
import org.tensorflow.op.Op;
import org.tensorflow.op.Ops;
import org.tensorflow.op.core.Gradients;
import org.tensorflow.op.core.Placeholder;
import org.tensorflow.op.core.Variable;
import org.tensorflow.types.TFloat32;

/** Plain gradient descent in a graph written by hand: TensorFlow's own gradients and updates. */
public record RawTensorFlowDescent(Ops tf) {

  /**
   * What moves the variables one step against the gradient of the loss. Every update waits for all
   * gradients, since gradients read the variables.
   */
  public List<Op> updates(
      Operand<TFloat32> loss, List<Variable<TFloat32>> variables, float learningRate) {
    Gradients gradients = tf.gradients(loss, variables);
    List<Op> all = new ArrayList<>();
    for (int i = 0; i < variables.size(); i++) {
      all.add(gradients.<TFloat32>dy(i));
    }
    Ops after = tf.withControlDependencies(all);
    List<Op> updates = new ArrayList<>();
    for (int i = 0; i < variables.size(); i++) {
      updates.add(
          after.train.applyGradientDescent(
              variables.get(i), tf.constant(learningRate), gradients.<TFloat32>dy(i)));
    }
    return updates;
  }

  /** Gives a variable its first values, row-major. */
  public void assign(Session session, Variable<TFloat32> variable, float[] values) {
    Placeholder<TFloat32> value = tf.placeholder(TFloat32.class);
    try (TFloat32 tensor = TFloat32.tensorOf(variable.shape(), DataBuffers.of(values))) {
      session.runner().feed(value, tensor).addTarget(tf.assign(variable, value)).run().close();
    }
  }
}
