package org.normscape.objective;

import org.normscape.ir.Shape;
import org.normscape.ir.Tensor;
import org.normscape.nn.Applied;
import org.normscape.nn.Call;
import org.normscape.nn.Layer;
import org.normscape.nn.ParameterSpec;
import org.normscape.nn.Residual;
import org.normscape.nn.Sequential;
import org.normscape.nn.noise.NoiseDistribution;
import org.normscape.nn.noise.NoiseSpec;
import org.normscape.params.Parameters;

/**
 * A layer to whose output something is added, which is given as noise: what the loss does where an
 * activation is moved.
 */
record Offset(Layer layer) implements Layer {

  static final String NAME = "offset";

  /** A network with offsets behind each of its layers, whose paths stay as they are. */
  static Layer everywhere(Layer network) {
    if (network instanceof Sequential sequential) {
      return new Sequential(sequential.layers().map(layer -> new Offset(everywhere(layer))));
    }
    return network instanceof Residual residual
        ? new Residual(everywhere(residual.branch()), new Offset(everywhere(residual.shortcut())))
        : network;
  }

  @Override
  public Shape output(Shape input) {
    return layer.output(input);
  }

  @Override
  public Parameters<ParameterSpec> parameters(Shape input) {
    return layer.parameters(input);
  }

  @Override
  public Parameters<ParameterSpec> state(Shape input) {
    return layer.state(input);
  }

  @Override
  public Parameters<NoiseSpec> noise(Shape input) {
    return layer
        .noise(input)
        .and(NAME, new NoiseSpec(output(input), NoiseDistribution.STANDARD_NORMAL));
  }

  @Override
  public Applied apply(Call call, Tensor x) {
    Applied applied = layer.apply(call, x);
    return new Applied(
        applied.output().plus(call.noise().get(NAME)),
        applied.state(),
        applied.frozen(),
        applied.activations());
  }
}
