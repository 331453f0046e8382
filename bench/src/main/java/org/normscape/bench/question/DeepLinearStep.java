package org.normscape.bench.question;

import org.normscape.backend.Array;
import org.normscape.backend.Backend;
import org.normscape.backend.Backends;
import org.normscape.backend.Numerics;
import org.normscape.bench.measure.Workload;
import org.normscape.experiments.train.Step;
import org.normscape.experiments.train.Training;
import org.normscape.ir.DType;
import org.normscape.ir.Shape;
import org.normscape.model.DeepLinear;
import org.normscape.nn.Glorot;
import org.normscape.nn.Reduction;
import org.normscape.nn.SquaredError;
import org.normscape.norm.None;
import org.normscape.objective.NetworkObjective;
import org.normscape.optim.Sgd;
import org.normscape.params.Parameters;
import org.normscape.random.RandomStream;

/** Training steps of the deep linear network: 25 matrices of 10 by 10, float32, 32 examples. */
public final class DeepLinearStep implements Workload {

  private static final int EXAMPLES = 32;
  private static final int LAYERS = 25;
  private static final int SIZE = 10;
  private static final double LEARNING_RATE = 1e-4;

  static final NetworkObjective OBJECTIVE =
      new NetworkObjective(
          new DeepLinear(LAYERS, SIZE, new None(), Glorot.uniform()).network(),
          new SquaredError(Reduction.MEAN),
          Shape.of(EXAMPLES, SIZE),
          DType.FLOAT32);

  private final Backend backend;
  private final Training training;
  private final Parameters<Array> batch;
  private double loss = Double.NaN;

  /** Compiles the training and draws the data. */
  public DeepLinearStep(String backend) {
    this.backend = Backends.open(backend);
    this.training = new Training(this.backend, Numerics.FAST, OBJECTIVE, OBJECTIVE, new Sgd(), 1);
    this.batch =
        OBJECTIVE
            .batch()
            .map(
                type ->
                    this.backend.array(
                        type, RandomStream.of(1, "dispatch").normal(type.shape().size(), 1)));
  }

  @Override
  public void run() {
    Step step = training.step(batch);
    training.advance(step, LEARNING_RATE);
    loss = step.loss();
  }

  /** The loss before the last step. */
  public double loss() {
    return loss;
  }

  @Override
  public void close() {
    batch.values().forEach(Array::close);
    training.close();
    backend.close();
  }
}
