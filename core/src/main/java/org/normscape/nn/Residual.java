package org.normscape.nn;

import java.util.function.BiFunction;
import org.normscape.ir.Shape;
import org.normscape.ir.Tensor;
import org.normscape.nn.noise.NoiseSpec;
import org.normscape.params.Parameters;

/**
 * A branch around which its input travels as well: {@code branch(x) + shortcut(x)} (He, Zhang, Ren
 * and Sun, "Deep residual learning for image recognition", 2016). What the branch learns and
 * remembers stands under its own paths, what the shortcut does under {@code shortcut}.
 *
 * @param branch what is learned
 * @param shortcut how the input travels; its output has the shape of the branch's
 */
public record Residual(Layer branch, Layer shortcut) implements Layer {

  private static final String SHORTCUT = "shortcut";

  /** A branch with its input added to its output. */
  public static Residual of(Layer branch) {
    return new Residual(branch, new Identity());
  }

  @Override
  public Shape output(Shape input) {
    Shape output = branch.output(input);
    Shape around = LayerException.at(SHORTCUT, () -> shortcut.output(input));
    Inputs.unless(
        around.equals(output),
        this,
        around,
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
  public Parameters<NoiseSpec> noise(Shape input) {
    return collect(input, Layer::noise);
  }

  @Override
  public Parameters<Shape> frozen(Shape input) {
    return collect(input, Layer::frozen);
  }

  @Override
  public Applied apply(Call call, Tensor x) {
    AppliedParts applied = new AppliedParts();
    Tensor along = applied.add(branch.apply(call, x));
    Tensor around =
        applied.add(
            SHORTCUT, LayerException.at(SHORTCUT, () -> shortcut.apply(call.under(SHORTCUT), x)));
    return applied.without(x).with(along.plus(around));
  }

  private <T> Parameters<T> collect(Shape input, BiFunction<Layer, Shape, Parameters<T>> part) {
    output(input);
    Parameters<T> own = part.apply(branch, input);
    if (own.under(SHORTCUT).size() > 0) {
      throw new IllegalArgumentException(
          "Residual: no layer of the branch may be named \"%s\", but the paths are %s. To fix: rename it."
              .formatted(SHORTCUT, own.paths()));
    }
    return own.and(part.apply(shortcut, input).within(SHORTCUT));
  }
}
