package org.normscape.contract.cases;

import static org.normscape.contract.cases.Sampler.normal;

import java.util.List;
import java.util.stream.Stream;
import org.normscape.composite.CrossEntropy;
import org.normscape.composite.Standardization;
import org.normscape.ir.Composite;
import org.normscape.ir.Padding;
import org.normscape.ir.Shape;
import org.normscape.ir.Stride;
import org.normscape.ir.Tensor;
import org.normscape.ir.WindowShape;
import org.normscape.nn.Conv2d;
import org.normscape.nn.Dense;
import org.normscape.nn.Flatten;
import org.normscape.nn.Layer;
import org.normscape.nn.Sequential;
import org.normscape.nn.Statistics;
import org.normscape.nn.activation.Softplus;
import org.normscape.norm.weight.SpectralNorm;
import org.normscape.norm.weight.WeightNorm;
import org.normscape.norm.weight.WeightStandardization;

/** The rows for whole networks: everything that stands alone elsewhere, at once. */
public final class NetworkCases {

  private static final List<Integer> SPACE = List.of(0, 1, 2);
  static final Tolerance NETWORK = Tolerance.overall(1e-4, 1e-11);

  private static final Conv2d CONVOLUTION = Conv2d.of(3, 3);

  private NetworkCases() {}

  /** All rows. */
  public static List<Case> all() {
    return Stream.concat(usual(), NormalizedNetworks.all()).toList();
  }

  private static Stream<Case> usual() {
    return Stream.of(
        layers("network with weight normalization", new WeightNorm().around(CONVOLUTION)),
        layers(
            "network with weight standardization", new WeightStandardization().around(CONVOLUTION)),
        layers("network with spectral normalization", new SpectralNorm().around(CONVOLUTION)),
        layers("network with noise", Sequential.of(CONVOLUTION, new NoisyScale(0.3))),
        layers(
            "network with frozen values",
            Sequential.of(CONVOLUTION, new Flatten(), new HeldScale())),
        network("network standardized by primitives", NetworkCases::standardized),
        network("network standardized by a composite", by(Standardization.ofChannels(3, 1e-5))),
        network("network with layer normalization", by(Standardization.ofExamples(4, 1e-5))),
        network("network without normalization", (x, scale, shift) -> x));
  }

  /** A layer on images, with a smooth function and outputs behind it. */
  private static Case layers(String name, Layer layer) {
    Layer network = Sequential.of(layer, new Softplus(), new Flatten(), Dense.of(2));
    return new LayerCase(network, Shape.of(3, 5, 4, 2), Statistics.BATCH).named(name, NETWORK);
  }

  /** What stands between convolution and non-linearity. */
  @FunctionalInterface
  private interface Middle {
    Tensor apply(Tensor x, Tensor scale, Tensor shift);
  }

  private static Case network(String name, Middle middle) {
    return Case.program(
        name,
        NETWORK,
        in -> List.of(loss(in, middle)),
        Input.of(normal(), 3, 5, 5, 2),
        Input.of(normal(), 3, 3, 2, 3),
        Input.of(Sampler.positive(), 3),
        Input.of(normal(), 3),
        Input.of(normal(), 2, 2, 3, 4),
        Input.of(normal(), 4, 5),
        Input.int32(Sampler.whole(5), 3));
  }

  private static Tensor loss(List<Tensor> in, Middle middle) {
    Tensor x = in.get(0).convolution(in.get(1), Stride.of(1), Padding.of(1));
    x = middle.apply(x, in.get(2), in.get(3)).softplus();
    x = x.maxPool(WindowShape.square(2));
    x = x.convolution(in.get(4), Stride.of(1), new Padding(0, 1, 0, 1)).tanh();
    x = x.sumPool(WindowShape.square(2)).reshape(Shape.of(3, 4)).matmul(in.get(5));
    return x.trace().apply(new CrossEntropy(), List.of(x, in.get(6))).get(0).mean();
  }

  private static Middle by(Composite norm) {
    return (x, scale, shift) -> x.trace().apply(norm, List.of(x, scale, shift)).get(0);
  }

  private static Tensor standardized(Tensor x, Tensor scale, Tensor shift) {
    Shape shape = x.shape();
    Tensor centered = x.minus(x.mean(SPACE).broadcast(shape, SPACE));
    Tensor variance = centered.times(centered).mean(SPACE);
    Tensor inverse = variance.plus(1e-5).reciprocalSqrt().times(scale);
    return centered.times(inverse.broadcast(shape, SPACE)).plus(shift.broadcast(shape, SPACE));
  }
}
