package org.normscape.model.residual;

import com.google.auto.service.AutoService;
import java.util.List;
import org.normscape.ir.Shape;
import org.normscape.ir.Tensor;
import org.normscape.nn.Applied;
import org.normscape.nn.Call;
import org.normscape.nn.Layer;
import org.normscape.nn.ParameterSpec;
import org.normscape.nn.Role;
import org.normscape.nn.Sequential;
import org.normscape.nn.initialization.Constant;
import org.normscape.nn.noise.NoiseSpec;
import org.normscape.params.Parameters;

/**
 * A block whose last learned scale γ starts at 0, so that the network starts as its shortcuts
 * (Goyal et al., "Accurate, large minibatch SGD", 2017, section 5.1). The last layer of the branch
 * must have one: a normalization that learns it, or a convolution whose weights are normalized so.
 *
 * @param block the kind of block otherwise
 */
@AutoService(ResidualBlock.class)
public record ZeroScale(ResidualBlock block) implements BranchRule {

  /** Of {@link PostActivation}, as in the paper. */
  public ZeroScale() {
    this(new PostActivation());
  }

  @Override
  public Sequential changed(Sequential branch) {
    List<String> names = branch.layers().paths();
    String last = names.get(names.size() - 1);
    return new Sequential(
        branch.layers().replacedBy(Parameters.of(last, new FromZero(branch.layers().get(last)))));
  }

  /**
   * A layer whose scale starts at 0.
   *
   * @param layer the layer
   */
  private record FromZero(Layer layer) implements Layer {

    private static final String SCALE = "scale";

    @Override
    public Shape output(Shape input) {
      return layer.output(input);
    }

    @Override
    public Parameters<ParameterSpec> parameters(Shape input) {
      Parameters<ParameterSpec> parameters = layer.parameters(input);
      ParameterSpec scale =
          parameters
              .find(SCALE)
              .orElseThrow(
                  () ->
                      new IllegalArgumentException(
                          "ZeroScale: the last layer of a branch must learn a \"%s\", but it learns %s. To fix: normalize it, or use SkipInit."
                              .formatted(SCALE, parameters.paths())));
      return parameters.replacedBy(
          Parameters.of(SCALE, new ParameterSpec(scale.shape(), Role.SCALE, Constant.ZERO)));
    }

    @Override
    public Parameters<ParameterSpec> state(Shape input) {
      return layer.state(input);
    }

    @Override
    public Parameters<NoiseSpec> noise(Shape input) {
      return layer.noise(input);
    }

    @Override
    public Parameters<Shape> frozen(Shape input) {
      return layer.frozen(input);
    }

    @Override
    public Applied apply(Call call, Tensor x) {
      return layer.apply(call, x);
    }
  }
}
