package org.normscape.nn;

import java.util.List;
import org.normscape.component.Components;
import org.normscape.ir.Shape;
import org.normscape.ir.Tensor;

/**
 * The shortcut without parameters of He et al. (2016), option A: every {@code stride}-th row and
 * column, and channels of zeros behind those there are: {@code [n,h,w,c] →
 * [n,⌈h/stride⌉,⌈w/stride⌉, channels]}.
 *
 * @param stride the steps between the rows and between the columns that are kept
 * @param channels the number of channels of the output, at least that of the input
 */
public record ZeroPaddedShortcut(int stride, int channels) implements Fixed {

  public ZeroPaddedShortcut {
    Components.count(ZeroPaddedShortcut.class, "stride", stride);
    Components.count(ZeroPaddedShortcut.class, "channels", channels);
  }

  @Override
  public Shape output(Shape input) {
    Inputs.images(this, input);
    Inputs.unless(
        input.dim(3) <= channels,
        this,
        input,
        "the input may have at most %s channels".formatted(channels),
        "ask for more channels");
    return Shape.of(input.dim(0), steps(input.dim(1)), steps(input.dim(2)), channels);
  }

  @Override
  public Tensor apply(Tensor x) {
    List<Integer> none = List.of(0, 0, 0, 0);
    int added = output(x.shape()).dim(3) - x.shape().dim(3);
    return x.slice(none, x.shape().dims(), List.of(1, stride, stride, 1))
        .pad(none, List.of(0, 0, 0, added), none);
  }

  private int steps(int extent) {
    return (extent - 1) / stride + 1;
  }
}
