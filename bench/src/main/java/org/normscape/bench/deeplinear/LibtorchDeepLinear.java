package org.normscape.bench.deeplinear;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import ai.djl.training.GradientCollector;
import ai.djl.training.optimizer.Optimizer;
import ai.djl.training.tracker.Tracker;
import java.util.List;
import org.normscape.bench.trainer.libtorch.Libtorch;

/** libtorch through DJL: its own products, gradients and updates. */
final class LibtorchDeepLinear implements DeepLinearStep {

  private static final Shape ROWS = new Shape(DeepLinearTask.EXAMPLES, DeepLinearTask.SIZE);
  private static final Shape MATRIX = new Shape(DeepLinearTask.SIZE, DeepLinearTask.SIZE);

  private final NDManager manager = Libtorch.manager();
  private final NDArray input = manager.create(DeepLinearTask.rows("input"), ROWS);
  private final NDArray target = manager.create(DeepLinearTask.rows("target"), ROWS);
  private final List<NDArray> matrices =
      DeepLinearTask.matrices().stream().map(m -> manager.create(m, MATRIX)).toList();
  private final Optimizer optimizer =
      Optimizer.sgd()
          .setLearningRateTracker(Tracker.fixed((float) DeepLinearTask.LEARNING_RATE))
          .build();
  private double loss = Double.NaN;

  LibtorchDeepLinear() {
    matrices.forEach(matrix -> matrix.setRequiresGradient(true));
  }

  @Override
  public void run() {
    try (NDManager step = manager.newSubManager()) {
      NDArray rows = input.duplicate();
      rows.attach(step);
      NDArray value;
      try (GradientCollector collector = manager.getEngine().newGradientCollector()) {
        for (NDArray matrix : matrices) {
          rows = rows.matMul(matrix);
        }
        value = rows.sub(target).square().mean();
        collector.backward(value);
      }
      for (int i = 0; i < matrices.size(); i++) {
        try (NDArray gradient = matrices.get(i).getGradient()) {
          optimizer.update(String.valueOf(i), matrices.get(i), gradient);
        }
      }
      loss = value.getFloat();
    }
  }

  @Override
  public double loss() {
    return loss;
  }

  @Override
  public void close() {
    manager.close();
  }
}
