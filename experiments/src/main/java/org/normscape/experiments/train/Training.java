package org.normscape.experiments.train;

import org.normscape.backend.Array;
import org.normscape.backend.Backend;
import org.normscape.backend.Numerics;
import org.normscape.ir.Shape;
import org.normscape.ir.Tensor;
import org.normscape.ir.TensorType;
import org.normscape.nn.Statistics;
import org.normscape.objective.Objective;
import org.normscape.objective.Point;
import org.normscape.optim.Optimizer;
import org.normscape.params.NamedExecutable;
import org.normscape.params.NamedProgram;
import org.normscape.params.Parameters;

/**
 * A network on its way: the point it is at, and the compiled programs that move it. Everything it
 * holds lives on the backend's device; only losses and metrics come back to the host.
 */
public final class Training implements AutoCloseable {

  private final Backend backend;
  private final Objective trained;
  private final Objective probed;
  private final TensorType scalar;
  private final NamedExecutable gradient;
  private final NamedExecutable update;
  private Point<Array> point;
  private Parameters<Array> memory;

  /**
   * Compiles the programs and puts the network at its starting point.
   *
   * @param trained what is minimized, weight decay included
   * @param probed what the probe looks at: {@code trained}, or the same without weight decay
   * @param seed the seed of the initial parameters
   */
  public Training(
      Backend backend,
      Numerics numerics,
      Objective trained,
      Objective probed,
      Optimizer optimizer,
      long seed) {
    this.backend = backend;
    this.trained = trained;
    this.probed = probed;
    this.scalar = new TensorType(trained.dtype(), Shape.SCALAR);
    this.gradient = gradientProgram().compile(backend, numerics);
    this.update = updateProgram(optimizer).compileDonating(backend, numerics, "used");
    this.point = trained.initialPoint(backend, seed);
    this.memory =
        optimizer
            .state(trained.types().parameters())
            .map(type -> backend.array(type, new double[type.shape().size()]));
  }

  /** Where the network is. The arrays are lent: they stay valid until the next {@link #advance}. */
  public Point<Array> point() {
    return point;
  }

  /** What the optimizer remembers. The arrays are lent, as those of {@link #point}. */
  public Parameters<Array> memory() {
    return memory;
  }

  /** Moves the network to another place, whose arrays it takes over. */
  void moveTo(Point<Array> newPoint, Parameters<Array> newMemory) {
    release();
    point = newPoint;
    memory = newMemory;
  }

  private void release() {
    point.parameters().values().forEach(Array::close);
    point.state().values().forEach(Array::close);
    memory.values().forEach(Array::close);
  }

  /** Losses and gradients on a batch, by the statistics of the batch; the network does not move. */
  public Step step(Parameters<Array> batch) {
    Parameters<Array> results = gradient.run(point.with(batch));
    try (Array loss = results.get("loss")) {
      Parameters<Array> metrics = results.under("metrics");
      Parameters<Double> values = metrics.map(Array::toScalar);
      metrics.values().forEach(Array::close);
      if (probed.equals(trained)) {
        Parameters<Array> g = results.under("gradient");
        return new Step(loss.toScalar(), values, g, loss.toScalar(), g, results.under("state"));
      }
      try (Array probedLoss = results.get("probed-loss")) {
        return new Step(
            loss.toScalar(),
            values,
            results.under("gradient"),
            probedLoss.toScalar(),
            results.under("probed-gradient"),
            results.under("state"));
      }
    }
  }

  /** Moves the network one step and closes what {@code step} holds. */
  public void advance(Step step, double learningRate) {
    try (Array rate = backend.array(scalar, learningRate)) {
      Parameters<Array> moved =
          update.run(
              point
                  .parameters()
                  .within("used.parameters")
                  .and(memory.within("used.memory"))
                  .and(step.gradient().within("used.gradient"))
                  .and("learning-rate", rate));
      point.state().values().forEach(Array::close);
      if (!probed.equals(trained)) {
        step.probedGradient().values().forEach(Array::close);
      }
      point = new Point<>(moved.under("parameters"), step.state());
      memory = moved.under("memory");
    }
  }

  /** Loss and gradient of what is trained, and, where it is another, of what is probed. */
  private NamedProgram gradientProgram() {
    NamedProgram own = trained.lossAndGradient(Statistics.BATCH);
    return probed.equals(trained)
        ? own
        : NamedProgram.trace(
            own.arguments(),
            arguments -> {
              Parameters<Tensor> other = probed.lossAndGradient(Statistics.BATCH).apply(arguments);
              return own.apply(arguments)
                  .and("probed-loss", other.get("loss"))
                  .and(other.under("gradient").within("probed-gradient"));
            });
  }

  /** {@code (θ, memory, ∇loss, learning rate) ↦ θ, memory}; all but the last are used up. */
  private NamedProgram updateProgram(Optimizer optimizer) {
    Parameters<TensorType> types = trained.types().parameters();
    Parameters<TensorType> arguments =
        types
            .within("used.parameters")
            .and(optimizer.state(types).within("used.memory"))
            .and(types.within("used.gradient"))
            .and("learning-rate", scalar);
    return NamedProgram.trace(
        arguments,
        tensors -> {
          Optimizer.Update moved =
              optimizer.update(
                  tensors.under("used.parameters"),
                  tensors.under("used.gradient"),
                  tensors.under("used.memory"),
                  tensors.get("learning-rate"));
          return moved.parameters().within("parameters").and(moved.state().within("memory"));
        });
  }

  @Override
  public void close() {
    release();
    gradient.close();
    update.close();
  }
}
