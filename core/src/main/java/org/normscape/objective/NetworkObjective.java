package org.normscape.objective;

import org.normscape.ir.DType;
import org.normscape.ir.Shape;
import org.normscape.ir.Tensor;
import org.normscape.ir.TensorType;
import org.normscape.nn.Applied;
import org.normscape.nn.Call;
import org.normscape.nn.Layer;
import org.normscape.nn.ParameterSpec;
import org.normscape.nn.Statistics;
import org.normscape.nn.loss.Loss;
import org.normscape.nn.noise.NoiseSpec;
import org.normscape.params.Parameters;

/**
 * The loss of a network on a batch of {@code input} and {@code target}, and of conditions, {@code
 * condition.<name>}, where its layers look at some.
 *
 * @param network from input to output
 * @param loss from output and target to a scalar
 * @param input the shape of the input, batch axis first
 * @param conditions what layers look at beside their input, by name: the shapes, batch axis first
 * @param dtype the floating-point type in which input, parameters and loss are carried
 */
public record NetworkObjective(
    Layer network, Loss loss, Shape input, Parameters<Shape> conditions, DType dtype)
    implements Objective {

  private static final String INPUT = "input";
  private static final String TARGET = "target";
  private static final String CONDITION = "condition";

  /** Without conditions. */
  public NetworkObjective(Layer network, Loss loss, Shape input, DType dtype) {
    this(network, loss, input, Parameters.none(), dtype);
  }

  @Override
  public Parameters<ParameterSpec> parameters() {
    return network.parameters(input);
  }

  @Override
  public Parameters<ParameterSpec> state() {
    return network.state(input);
  }

  @Override
  public Parameters<TensorType> batch() {
    return Parameters.of(INPUT, new TensorType(dtype, input))
        .and(TARGET, loss.target(network.output(input), dtype))
        .and(conditions.map(shape -> new TensorType(dtype, shape)).within(CONDITION));
  }

  @Override
  public Parameters<NoiseSpec> noise() {
    return network.noise(input);
  }

  @Override
  public Parameters<TensorType> frozen() {
    return network.frozen(input).map(shape -> new TensorType(dtype, shape));
  }

  @Override
  public Evaluation evaluate(Point<Tensor> point, Parameters<Tensor> batch, Statistics statistics) {
    Call call =
        new Call(
            point.parameters(),
            point.state(),
            batch.under(NOISE),
            batch.under(FROZEN),
            batch.under(CONDITION),
            statistics);
    Applied applied = network.apply(call, batch.get(INPUT));
    Tensor target = batch.get(TARGET);
    return new Evaluation(
        loss.loss(applied.output(), target),
        applied.output(),
        applied.state(),
        loss.metrics(applied.output(), target),
        applied.frozen(),
        applied.activations());
  }
}
