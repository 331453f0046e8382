package org.normscape.backend.tf.convolution;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.normscape.backend.Device;
import org.normscape.backend.KernelCall;
import org.normscape.backend.Method;
import org.normscape.backend.MethodChoice;
import org.normscape.backend.tf.graph.Framing;
import org.normscape.backend.tf.graph.Node;
import org.normscape.ir.Contraction.Convolution;
import org.normscape.ir.Contraction.ConvolutionFilterGradient;
import org.normscape.ir.Contraction.ConvolutionInputGradient;
import org.normscape.ir.ConvolutionShape;
import org.normscape.ir.DType;
import org.normscape.ir.Padding;
import org.normscape.ir.Shape;
import org.normscape.ir.Stride;
import org.tensorflow.op.Ops;

/** Convolution and its two adjoints, each by the method that is chosen for it. */
public final class Convolutions {

  private static final Method ONEDNN = Method.rival("onednn");
  private static final Method CUDNN = Method.rival("cudnn");
  private static final Method EIGEN = Method.rival("eigen");
  private static final String PRODUCTS = "products";

  private final MethodChoice choice;
  private final Device.Kind device;
  private final Map<String, ConvolutionMethod> methods;

  public Convolutions(
      Ops tf, Framing framing, Striding striding, Device.Kind device, MethodChoice choice) {
    this.choice = choice;
    this.device = device;
    ConvolutionMethod usual = new Conv2dConvolutions(tf, framing, striding);
    this.methods =
        Map.of(
            ONEDNN.name(),
            usual,
            CUDNN.name(),
            usual,
            EIGEN.name(),
            new EigenConvolutions(tf, framing),
            PRODUCTS,
            new TapConvolutions(tf, framing, striding));
  }

  /** The convolution of an image with a filter. */
  public Node forward(Node image, Node filter, Stride stride, Padding padding) {
    ConvolutionShape g = new ConvolutionShape(image.shape(), filter.shape(), stride, padding);
    KernelCall call = KernelCall.of(new Convolution(stride, padding), image.type(), filter.type());
    return chosen(call, order(image.dtype(), g, hasTrustedForward(g))).forward(image, filter, g);
  }

  /** Its gradient in the image, from that in the result. */
  public Node inputGradient(
      Node cotangent, Node filter, Stride stride, Padding padding, Shape image) {
    ConvolutionShape g = new ConvolutionShape(image, filter.shape(), stride, padding);
    KernelCall call =
        KernelCall.of(
            new ConvolutionInputGradient(stride, padding, image.dim(1), image.dim(2)),
            cotangent.type(),
            filter.type());
    return chosen(call, order(filter.dtype(), g, hasTrustedInputGradient(g)))
        .inputGradient(cotangent, filter, g);
  }

  /** Its gradient in the filter, from that in the result. */
  public Node filterGradient(
      Node image, Node cotangent, Stride stride, Padding padding, Shape filter) {
    ConvolutionShape g = new ConvolutionShape(image.shape(), filter, stride, padding);
    KernelCall call =
        KernelCall.of(
            new ConvolutionFilterGradient(stride, padding, filter.dim(0), filter.dim(1)),
            image.type(),
            cotangent.type());
    return chosen(call, order(cotangent.dtype(), g, true)).filterGradient(image, cotangent, g);
  }

  private ConvolutionMethod chosen(KernelCall call, List<Method> order) {
    return Objects.requireNonNull(methods.get(choice.choose(call, order).name()));
  }

  /**
   * The methods there are, the one used unasked first. oneDNN has kernels for float32 alone.
   *
   * @param trustsOneDnn whether oneDNN comes before Eigen
   */
  private List<Method> order(DType dtype, ConvolutionShape g, boolean trustsOneDnn) {
    if (device == Device.Kind.GPU) {
      return List.of(CUDNN, Method.reserve(PRODUCTS));
    }
    if (dtype != DType.FLOAT32) {
      return List.of(EIGEN, Method.reserve(PRODUCTS));
    }
    List<Method> kernels = trustsOneDnn ? List.of(ONEDNN, EIGEN) : List.of(EIGEN, ONEDNN);
    return TapConvolutions.areWorthIt(g)
        ? List.of(Method.rival(PRODUCTS), inReserve(kernels.get(0)), inReserve(kernels.get(1)))
        : List.of(kernels.get(0), kernels.get(1), Method.reserve(PRODUCTS));
  }

  private static Method inReserve(Method method) {
    return Method.reserve(method.name());
  }

  /**
   * Whether no processor is known on which oneDNN's convolution is wrong. On AMD's Zen 5 with
   * AVX-512 it is where a filter of one column and several rows meets a single column.
   */
  private static boolean hasTrustedForward(ConvolutionShape g) {
    return !(isColumn(g) && g.outputWidth() == 1 && leavesRestBeside16(g.image().dim(3)));
  }

  /**
   * Whether no processor is known on which oneDNN's input gradient is wrong. On AMD's Zen 5 it is
   * where more than 32 input channels leave a rest of 1 to 16 beside blocks of 32, along a single
   * column as the convolution is, and with one channel on both sides where a stride is above 1;
   * with AVX2 alone, for one channel on both sides whatever the stride.
   */
  private static boolean hasTrustedInputGradient(ConvolutionShape g) {
    int channels = g.image().dim(3);
    boolean leavesRest = channels > 32 && (channels - 1) % 32 < 16;
    boolean isSingle = channels == 1 && g.filter().dim(3) == 1;
    boolean isAlongColumn =
        isColumn(g) && g.image().dim(2) == 1 && leavesRestBeside16(g.filter().dim(3));
    return !leavesRest && !isSingle && !isAlongColumn;
  }

  private static boolean isColumn(ConvolutionShape g) {
    return g.kernelWidth() == 1 && g.kernelHeight() > 1;
  }

  private static boolean leavesRestBeside16(int channels) {
    return channels > 16 && channels % 16 != 0;
  }
}
