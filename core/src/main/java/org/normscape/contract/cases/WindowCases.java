package org.normscape.contract.cases;

import static org.normscape.contract.cases.Derivatives.CHOSEN;
import static org.normscape.contract.cases.Derivatives.NONE;
import static org.normscape.contract.cases.Sampler.distinct;
import static org.normscape.contract.cases.Sampler.normal;

import java.util.List;
import java.util.stream.Stream;
import org.normscape.ir.Padding;
import org.normscape.ir.Stride;
import org.normscape.ir.TensorType;
import org.normscape.ir.Window.MaxPool;
import org.normscape.ir.Window.MaxPoolGather;
import org.normscape.ir.Window.MaxPoolScatter;
import org.normscape.ir.Window.SumPool;
import org.normscape.ir.Window.SumPoolInputGradient;
import org.normscape.ir.WindowShape;

/** The rows for pooling. */
final class WindowCases {

  private WindowCases() {}

  static List<Case> all() {
    return Stream.of(
            geometry("2x2", WindowShape.square(2), 2, 4, 6, 3),
            geometry("2x2, rest", WindowShape.square(2), 2, 5, 7, 3),
            geometry("3x3", WindowShape.square(3), 1, 6, 9, 2),
            geometry("1x1", WindowShape.square(1), 2, 3, 4, 2),
            geometry("1x1, stride 2", window(1, 1, 2, 2, Padding.NONE), 2, 5, 4, 2),
            geometry("overlapping", window(3, 3, 2, 2, Padding.of(1)), 2, 7, 6, 3),
            geometry("overlapping, stride 1", window(2, 3, 1, 1, Padding.NONE), 1, 4, 5, 2),
            geometry("same size", window(3, 3, 1, 1, Padding.of(1)), 2, 4, 4, 2),
            geometry("uneven", window(3, 3, 2, 2, new Padding(0, 1, 0, 1)), 2, 6, 6, 2),
            geometry("uneven, top", window(3, 2, 2, 1, new Padding(2, 0, 1, 0)), 2, 5, 5, 2),
            geometry("whole image", window(4, 5, 1, 1, Padding.NONE), 3, 4, 5, 2),
            geometry("gaps", window(2, 2, 3, 3, Padding.NONE), 1, 8, 8, 2),
            geometry("one pixel", WindowShape.square(1), 3, 1, 1, 4),
            geometry("one channel", WindowShape.square(2), 2, 4, 4, 1),
            special())
        .flatMap(x -> x)
        .toList();
  }

  /**
   * All five primitives in one geometry, on distinct numbers and, where it matters, on ties and
   * NaN.
   */
  private static Stream<Case> geometry(
      String name, WindowShape window, int n, int h, int w, int c) {
    TensorType image = TensorType.float64(n, h, w, c);
    Input x = new Input(image, distinct());
    Input ties = new Input(image, Sampler.whole(2));
    Input diverged = new Input(image, Sampler.diverged());
    Input values = new Input(image, normal());
    Input pooled = new Input(new MaxPool(window).type(List.of(image)), normal());
    return Stream.of(
        Case.of(name, new MaxPool(window), x),
        Case.of(name, new MaxPoolScatter(window), x, pooled),
        Case.of(name, new MaxPoolGather(window), x, values),
        Case.of(name + ", ties", new MaxPool(window), ties).with(CHOSEN),
        Case.of(name + ", ties", new MaxPoolScatter(window), ties, pooled).with(CHOSEN),
        Case.of(name + ", ties", new MaxPoolGather(window), ties, values).with(CHOSEN),
        Case.of(name + ", diverged", new MaxPool(window), diverged).with(NONE),
        Case.of(name + ", diverged", new MaxPoolScatter(window), diverged, pooled).with(NONE),
        Case.of(name + ", diverged", new MaxPoolGather(window), diverged, values).with(NONE),
        Case.of(name, new SumPool(window), values),
        Case.of(name, new SumPoolInputGradient(window, h, w), pooled));
  }

  private static Stream<Case> special() {
    WindowShape padded = window(3, 3, 2, 2, Padding.of(1));
    return Stream.of(
        Case.of(
            "padding never wins",
            new MaxPool(padded),
            Input.of(Sampler.uniform(-9, -1), 2, 5, 5, 3)),
        Case.of("all equal", new MaxPool(padded), Input.of(Sampler.of(-2), 2, 5, 5, 2))
            .with(CHOSEN),
        Case.of(
                "padding never wins over nothing",
                new MaxPoolGather(padded),
                Input.of(Sampler.of(Double.NEGATIVE_INFINITY), 2, 5, 5, 2),
                Input.of(normal(), 2, 5, 5, 2))
            .with(NONE),
        Case.of("large and tiny", new MaxPool(padded), Input.of(spread(), 2, 5, 5, 2)).with(NONE));
  }

  private static Sampler spread() {
    return Sampler.of(1e30, -1e30, 1e-30, -1e-30, 0, 3, -7);
  }

  private static WindowShape window(int h, int w, int down, int across, Padding padding) {
    return new WindowShape(h, w, new Stride(down, across), padding);
  }
}
