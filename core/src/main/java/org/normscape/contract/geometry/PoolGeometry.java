package org.normscape.contract.geometry;

import java.util.Collections;
import java.util.List;
import java.util.stream.Stream;
import org.normscape.ir.DType;
import org.normscape.ir.Operation;
import org.normscape.ir.Program;
import org.normscape.ir.Shape;
import org.normscape.ir.TensorType;
import org.normscape.ir.Trace;
import org.normscape.ir.Window.MaxPool;
import org.normscape.ir.Window.MaxPoolGather;
import org.normscape.ir.Window.MaxPoolScatter;
import org.normscape.ir.Window.SumPool;
import org.normscape.ir.Window.SumPoolInputGradient;
import org.normscape.ir.WindowShape;

/**
 * The geometry of all five kinds of pooling.
 *
 * @param image {@code [n,h,w,c]}
 * @param window the extents, strides and padding of the window
 */
public record PoolGeometry(Shape image, WindowShape window) implements Geometry {

  @Override
  public String name() {
    return "%s under %s".formatted(image, Windows.text(window, ""));
  }

  @Override
  public List<Operation> operations() {
    return List.of(
        new MaxPool(window),
        new MaxPoolScatter(window),
        new MaxPoolGather(window),
        new SumPool(window),
        new SumPoolInputGradient(window, image.dim(1), image.dim(2)));
  }

  @Override
  public Program program(DType dtype) {
    List<Operation> operations = operations();
    TensorType x = new TensorType(dtype, image);
    TensorType pooled = x.withShape(pooled());
    return Trace.program(
        List.of(x, x, pooled),
        (trace, in) ->
            List.of(
                trace.apply(operations.get(0), List.of(in.get(0))).get(0),
                trace.apply(operations.get(1), List.of(in.get(0), in.get(2))).get(0),
                trace.apply(operations.get(2), List.of(in.get(0), in.get(1))).get(0),
                trace.apply(operations.get(3), List.of(in.get(1))).get(0),
                trace.apply(operations.get(4), List.of(in.get(2))).get(0)));
  }

  private Shape pooled() {
    return Windows.pooled(image, window, image.dim(3));
  }

  private int taps() {
    return window.kernelHeight() * window.kernelWidth();
  }

  @Override
  public List<Integer> terms() {
    return Collections.nCopies(operations().size(), taps());
  }

  @Override
  public long work() {
    return 5L * pooled().size() * taps();
  }

  @Override
  public List<Geometry> smaller() {
    return Windows.smaller(
        image,
        window,
        1,
        (fewer, smaller, out) ->
            Windows.touches(smaller) ? Stream.of(new PoolGeometry(fewer, smaller)) : Stream.of());
  }
}
