package org.normscape.contract.geometry;

import java.util.List;
import java.util.stream.Stream;
import org.normscape.ir.Contraction.Convolution;
import org.normscape.ir.Contraction.ConvolutionFilterGradient;
import org.normscape.ir.Contraction.ConvolutionInputGradient;
import org.normscape.ir.DType;
import org.normscape.ir.Operation;
import org.normscape.ir.Program;
import org.normscape.ir.Shape;
import org.normscape.ir.TensorType;
import org.normscape.ir.Trace;
import org.normscape.ir.WindowShape;

/**
 * The geometry of a convolution and of both its gradients.
 *
 * @param image {@code [n,h,w,c]}
 * @param window the extents, strides and padding of the filter
 * @param channels the channels of the result
 */
public record ConvolutionGeometry(Shape image, WindowShape window, int channels)
    implements Geometry {

  @Override
  public String name() {
    return "%s by %s".formatted(image, Windows.text(window, "," + image.dim(3) + "," + channels));
  }

  private Shape filter() {
    return Shape.of(window.kernelHeight(), window.kernelWidth(), image.dim(3), channels);
  }

  private Shape result() {
    return Windows.pooled(image, window, channels);
  }

  @Override
  public List<Operation> operations() {
    return List.of(
        new Convolution(window.stride(), window.padding()),
        new ConvolutionInputGradient(window.stride(), window.padding(), image.dim(1), image.dim(2)),
        new ConvolutionFilterGradient(
            window.stride(), window.padding(), window.kernelHeight(), window.kernelWidth()));
  }

  @Override
  public Program program(DType dtype) {
    List<Operation> operations = operations();
    return Trace.program(
        List.of(
            new TensorType(dtype, image),
            new TensorType(dtype, filter()),
            new TensorType(dtype, result())),
        (trace, in) ->
            List.of(
                trace.apply(operations.get(0), List.of(in.get(0), in.get(1))).get(0),
                trace.apply(operations.get(1), List.of(in.get(2), in.get(1))).get(0),
                trace.apply(operations.get(2), List.of(in.get(0), in.get(2))).get(0)));
  }

  @Override
  public List<Integer> terms() {
    int taps = window.kernelHeight() * window.kernelWidth();
    return List.of(taps * image.dim(3), taps * channels, result().size() / channels);
  }

  @Override
  public long work() {
    return 3L * result().size() * filter().size() / channels;
  }

  @Override
  public List<Geometry> smaller() {
    return Windows.smaller(
        image,
        window,
        channels,
        (fewer, smaller, out) -> Stream.of(new ConvolutionGeometry(fewer, smaller, out)));
  }
}
