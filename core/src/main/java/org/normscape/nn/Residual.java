package org.normscape.nn;

import java.util.function.BiFunction;
import org.normscape.ir.Shape;
import org.normscape.ir.Tensor;
import org.normscape.params.Parameters;

/**
 * A branch around which its input travels as well: {@code branch(x) + shortcut(x)} (He, Zhang, Ren
 * and Sun, "Deep residual learning for image recognition", 2016). What the branch learns and
 * remembers stands under its own paths, what the shortcut does under {@code shortcut}.
 */
public record Residual(Layer branch, Layer shortcut) implements Layer {

  private static final String SHORTCUT = "shortcut";

  /** A branch with its input added. */
  public static Residual of(Layer branch) {
    return new Residual(branch, new Identity());
  }

  @Override
  public Shape output(Shape input) {
    Shape output = branch.output(input);
    Inputs.unless(
        shortcut.output(input).equals(output),
        this,
        shortcut.output(input),
        "the shortcut must have the shape %s of the branch".formatted(output),
        "use a shortcut that changes stride and channels as the branch does");
    return output;
  }

  @Override
  public Parameters<ParameterSpec> parameters(Shape input) {
    return collect(input, Layer::parameters);
  }

  @Override
  public Parameters<ParameterSpec> state(Shape input) {
    return collect(input, Layer::state);
  }

  @Override
  public Applied apply(
      Parameters<Tensor> parameters, Parameters<Tensor> state, Tensor x, Statistics statistics) {
    Applied along = branch.apply(main(parameters), main(state), x, statistics);
    Applied around =
        shortcut.apply(parameters.under(SHORTCUT), state.under(SHORTCUT), x, statistics);
    return new Applied(
        along.output().plus(around.output()), along.state().and(around.state().within(SHORTCUT)));
  }

  private Parameters<ParameterSpec> collect(
      Shape input, BiFunction<Layer, Shape, Parameters<ParameterSpec>> part) {
    output(input);
    Parameters<ParameterSpec> own = part.apply(branch, input);
    if (own.size() != main(own).size()) {
      throw new IllegalArgumentException(
          "Residual: no layer of the branch may be named \"%s\", but the paths are %s. To fix: rename it."
              .formatted(SHORTCUT, own.paths()));
    }
    return own.and(part.apply(shortcut, input).within(SHORTCUT));
  }

  private static <T> Parameters<T> main(Parameters<T> all) {
    return all.where((path, value) -> !path.startsWith(SHORTCUT + "."));
  }
}
