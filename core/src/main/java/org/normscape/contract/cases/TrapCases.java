package org.normscape.contract.cases;

import static org.normscape.contract.cases.Case.program;
import static org.normscape.contract.cases.Derivatives.CHOSEN;
import static org.normscape.contract.cases.Derivatives.NONE;
import static org.normscape.contract.cases.Sampler.distinct;
import static org.normscape.contract.cases.Sampler.normal;
import static org.normscape.contract.cases.Sampler.positive;

import java.util.List;
import java.util.stream.Stream;
import org.normscape.ir.DType;
import org.normscape.ir.Padding;
import org.normscape.ir.Shape;
import org.normscape.ir.Stride;
import org.normscape.ir.Tensor;
import org.normscape.ir.WindowShape;

/**
 * The rows for mistakes that backends have been seen to make when operations meet: each is named
 * for the mistake.
 */
public final class TrapCases {

  private static final Tolerance CHAIN = Tolerance.overall(2e-5, 1e-12);
  private static final Stride STEP = Stride.of(1);
  private static final Padding AROUND = Padding.of(1);
  private static final List<Integer> TO_LAST = List.of(0, 2, 3, 1);
  private static final List<Integer> TO_FIRST = List.of(0, 3, 1, 2);

  private TrapCases() {}

  /** All rows. */
  public static List<Case> all() {
    return Stream.of(strided(), rounding(), sharing(), statistics(), types(), ExtremeCases.all())
        .flatMap(x -> x)
        .toList();
  }

  /** Kernels that take a view for a plain array read the wrong numbers. */
  private static Stream<Case> strided() {
    Input image = Input.of(distinct(), 2, 3, 5, 6);
    Input filter = Input.of(normal(), 3, 3, 3, 4);
    Input matrix = Input.of(normal(), 4, 5);
    Input right = Input.of(normal(), 4, 6);
    return Stream.of(
        program(
            "transposed image into convolution",
            CHAIN,
            in -> one(conv(nhwc(in), in.get(1))),
            image,
            filter),
        program(
            "transposed filter into convolution",
            CHAIN,
            in -> one(conv(in.get(0), in.get(1).transpose(List.of(1, 0, 3, 2)))),
            Input.of(normal(), 2, 5, 6, 4),
            filter),
        program(
            "sliced image into convolution",
            CHAIN,
            in ->
                one(
                    conv(
                        in.get(0)
                            .slice(List.of(0, 1, 0, 1), List.of(2, 6, 8, 7), List.of(1, 1, 2, 2)),
                        in.get(1))),
            Input.of(normal(), 2, 6, 8, 7),
            filter),
        program(
            "repeated image into convolution",
            CHAIN,
            in -> one(conv(in.get(0).broadcast(Shape.of(2, 5, 6, 3), List.of(0, 1, 2)), in.get(1))),
            Input.of(normal(), 3),
            filter),
        program(
            "transposed into max-pooling",
            Tolerance.exactly(),
            in -> one(nhwc(in).maxPool(WindowShape.square(2))),
            image),
        program(
            "transposed into sum-pooling",
            CHAIN,
            in -> one(nhwc(in).sumPool(WindowShape.square(2))),
            image),
        program(
            "transposed into matmul",
            CHAIN,
            in -> one(in.get(0).transpose(List.of(1, 0)).matmul(in.get(1))),
            matrix,
            right),
        program(
            "sliced into matmul",
            CHAIN,
            in ->
                one(in.get(0).slice(List.of(0, 1), List.of(5, 8), List.of(1, 2)).matmul(in.get(1))),
            Input.of(normal(), 5, 9),
            right),
        program(
            "repeated into matmul",
            CHAIN,
            in -> one(in.get(0).broadcast(Shape.of(5, 4), List.of(0)).matmul(in.get(1))),
            Input.of(normal(), 4),
            right),
        program("transposed into sum", CHAIN, in -> one(nhwc(in).sum(List.of(0, 1, 2))), image),
        program(
            "transposed into max",
            Tolerance.exactly(),
            in -> one(nhwc(in).max(List.of(1, 3))),
            image),
        program(
            "transposed into reshape",
            Tolerance.exactly(),
            in -> one(nhwc(in).reshape(Shape.of(20, 9))),
            image),
        program(
            "transposed into exp",
            Tolerances.FUNCTION,
            in -> one(nhwc(in).times(0.1).exp()),
            image),
        program("transposed into tanh", Tolerances.FUNCTION, in -> one(nhwc(in).tanh()), image),
        program(
            "transposed plus plain",
            Tolerance.exactly(),
            in -> one(nhwc(in).plus(in.get(1))),
            image,
            Input.of(normal(), 2, 5, 6, 3)),
        program(
            "transposed into concatenate",
            Tolerance.exactly(),
            in -> one(nhwc(in).concatenate(in.get(1), 3)),
            image,
            Input.of(normal(), 2, 5, 6, 1)),
        program(
            "transposed into pad",
            Tolerance.exactly(),
            in -> one(nhwc(in).pad(List.of(0, 1, 1, 0), List.of(0, 1, 0, 0), List.of(0, 0, 1, 0))),
            image),
        program(
                "transposed into cast",
                Tolerance.exactly(),
                in -> one(nhwc(in).cast(DType.FLOAT32)),
                image)
            .with(CHOSEN),
        program("transposed into argmax", Tolerance.exactly(), in -> one(nhwc(in).argMax()), image),
        program(
            "results come back row-major",
            CHAIN,
            in -> one(conv(nhwc(in), in.get(1)).transpose(TO_FIRST)),
            image,
            filter));
  }

  /** Graph rewriting and fused operations that change bits. */
  private static Stream<Case> rounding() {
    Input x = Input.of(normal(), 40);
    return Stream.of(
        program(
                "rounding to a grid is not folded away",
                Tolerance.exactly(),
                in -> one(in.get(0).plus(in.get(1)).minus(in.get(1))),
                x,
                Input.of(Sampler.of(98304, 1.5 * 0x1p30), 40))
            .with(NONE),
        program(
                "rounding to a constant grid is not folded away",
                Tolerance.exactly(),
                in -> one(in.get(0).plus(98304).minus(98304)),
                x)
            .with(NONE),
        program(
            "a product is rounded before it is added",
            Tolerance.exactly(),
            in -> one(in.get(0).times(in.get(1)).minus(in.get(2))),
            x,
            Input.of(normal(), 40),
            Input.of(normal(), 40)),
        program(
            "division by a constant is not multiplication",
            Tolerance.exactly(),
            in -> one(in.get(0).dividedBy(3)),
            x),
        program(
            "division by a root is not multiplication by its inverse",
            Tolerance.exactly(),
            in -> one(in.get(0).dividedBy(in.get(1).sqrt())),
            x,
            Input.of(positive(), 40)),
        program(
                "nothing times infinity is no number",
                Tolerance.exactly(),
                in -> one(in.get(0).times(in.get(0).zeros())),
                Input.of(Sampler.of(Double.POSITIVE_INFINITY, Double.NaN, 1), 3))
            .with(NONE),
        program(
                "infinity minus itself is no number",
                Tolerance.exactly(),
                in -> one(in.get(0).minus(in.get(0))),
                Input.of(Sampler.of(Double.POSITIVE_INFINITY, Double.NaN, 1), 3))
            .with(NONE),
        program(
                "zero divided by itself is no number",
                Tolerance.exactly(),
                in -> one(in.get(0).dividedBy(in.get(0))),
                Input.of(Sampler.of(0, 3, Double.NEGATIVE_INFINITY), 3))
            .with(NONE),
        program(
                "chosen constants keep out what is not a number",
                Tolerance.exactly(),
                in -> one(in.get(0).equalTo(in.get(0)).select(in.get(0), in.get(0).zeros())),
                Input.of(Sampler.of(Double.NaN, 2), 4))
            .with(NONE));
  }

  /** Memory that is reused too early, or in place. */
  private static Stream<Case> sharing() {
    Input x = Input.of(normal(), 4, 5);
    return Stream.of(
        program(
            "an operand lives on after its operation",
            Tolerances.FUNCTION,
            in ->
                List.of(in.get(0).exp(), in.get(0).negate(), in.get(0).plus(in.get(0)), in.get(0)),
            x),
        program(
            "an operand is used again much later",
            CHAIN,
            in ->
                one(in.get(0).exp().sigmoid().tanh().sqrt().times(in.get(0)).plus(in.get(0).exp())),
            x),
        program(
            "a reshaped value and its source are both used",
            CHAIN,
            in ->
                List.of(
                    in.get(0).reshape(Shape.of(20)).negate(),
                    in.get(0).exp(),
                    in.get(0).reshape(Shape.of(20))),
            x),
        program(
                "two results are one value",
                Tolerances.FUNCTION,
                in -> {
                  Tensor y = in.get(0).exp();
                  return List.of(y, y, y.stopGradient());
                },
                x)
            .with(CHOSEN),
        program(
            "one cotangent, two filters",
            CHAIN,
            in ->
                List.of(
                    in.get(0).convolutionInputGradient(in.get(1), STEP, AROUND, 5, 6),
                    in.get(0).convolutionInputGradient(in.get(2), STEP, AROUND, 5, 6)),
            Input.of(normal(), 2, 5, 6, 4),
            Input.of(normal(), 3, 3, 8, 4),
            Input.of(normal(), 3, 3, 8, 4)),
        program(
            "one cotangent, two images",
            CHAIN,
            in ->
                List.of(
                    in.get(0).convolutionFilterGradient(in.get(1), STEP, AROUND, 3, 3),
                    in.get(2).convolutionFilterGradient(in.get(1), STEP, AROUND, 3, 3)),
            Input.of(normal(), 2, 5, 6, 8),
            Input.of(normal(), 2, 5, 6, 4),
            Input.of(normal(), 2, 5, 6, 8)),
        program("operand of itself", CHAIN, in -> one(in.get(0).matmul(in.get(0), false, true)), x),
        program(
                "selected from itself",
                Tolerance.exactly(),
                in -> one(in.get(0).select(in.get(0), in.get(0))),
                x)
            .with(CHOSEN));
  }

  /** Statistics whose derivatives or small cases have been seen to be wrong. */
  private static Stream<Case> statistics() {
    return Stream.of(
        program(
            "biased variance of four",
            CHAIN,
            in -> one(variance(in.get(0), List.of(0))),
            Input.of(normal(), 4)),
        program(
            "biased variance of two",
            CHAIN,
            in -> one(variance(in.get(0), List.of(0))),
            Input.of(normal(), 2, 3)),
        program(
            "biased variance over space",
            CHAIN,
            in -> one(variance(in.get(0), List.of(0, 1, 2))),
            Input.of(normal(), 2, 1, 2, 3)),
        program(
            "standardized by two",
            CHAIN,
            in -> one(standardized(in.get(0))),
            Input.of(normal(), 2, 5)),
        program(
            "softmax over the last of three axes",
            CHAIN,
            in -> one(softmax(in.get(0))),
            Input.of(normal(), 2, 3, 4)),
        program(
                "softmax of large numbers",
                CHAIN,
                in -> one(softmax(in.get(0))),
                Input.of(Sampler.of(1000, 999, -1000, 998), 1, 2, 4))
            .with(CHOSEN),
        program(
            "rectifier twice differentiated",
            CHAIN,
            in -> one(in.get(0).maximum(in.get(0).zeros()).power(2)),
            Input.of(Sampler.awayFromZero(), 4, 5)),
        program(
            "bias per channel",
            CHAIN,
            in -> one(in.get(0).plus(in.get(1).broadcast(in.get(0).shape(), List.of(0, 1, 2)))),
            Input.of(normal(), 2, 3, 3, 4),
            Input.of(normal(), 4)));
  }

  /** Types that do not survive a detour. */
  private static Stream<Case> types() {
    Input labels = Input.int32(Sampler.whole(4), 3, 2);
    return Stream.of(
        program(
            "labels rearranged, then one-hot",
            Tolerance.exactly(),
            in ->
                one(
                    in.get(0)
                        .transpose(List.of(1, 0))
                        .reshape(Shape.of(6))
                        .slice(List.of(1), List.of(6), List.of(2))
                        .oneHot(4, DType.FLOAT64)),
            labels),
        program(
            "one-hot chooses logits",
            CHAIN,
            in -> one(in.get(0).times(in.get(1).oneHot(4, in.get(0).type().dtype()))),
            Input.of(normal(), 3, 4),
            Input.int32(Sampler.whole(4), 3)),
        program(
            "argmax compared with labels",
            Tolerance.exactly(),
            in ->
                one(in.get(0).argMax().cast(DType.FLOAT64).equalTo(in.get(1).cast(DType.FLOAT64))),
            Input.of(distinct(), 5, 4),
            Input.int32(Sampler.whole(4), 5)),
        program(
                "two dtypes in one program",
                CHAIN,
                in ->
                    List.of(
                        in.get(0).cast(DType.FLOAT32).exp(), in.get(0).cast(DType.FLOAT64).exp()),
                Input.of(normal(), 6))
            .with(CHOSEN),
        program(
            "scalars all the way",
            CHAIN,
            in -> one(in.get(0).exp().plus(in.get(1)).times(in.get(0).tanh())),
            Input.of(normal()),
            Input.of(normal())));
  }

  private static List<Tensor> one(Tensor result) {
    return List.of(result);
  }

  private static Tensor nhwc(List<Tensor> in) {
    return in.get(0).transpose(TO_LAST);
  }

  private static Tensor conv(Tensor image, Tensor filter) {
    return image.convolution(filter, STEP, AROUND);
  }

  private static Tensor centered(Tensor x, List<Integer> axes) {
    return x.minus(x.mean(axes).broadcast(x.shape(), axes));
  }

  private static Tensor variance(Tensor x, List<Integer> axes) {
    return centered(x, axes).power(2).mean(axes);
  }

  private static Tensor standardized(Tensor x) {
    Tensor deviation = variance(x, List.of(0)).plus(1e-3).sqrt();
    return centered(x, List.of(0)).dividedBy(deviation.broadcast(x.shape(), List.of(0)));
  }

  private static Tensor softmax(Tensor x) {
    List<Integer> last = List.of(x.shape().rank() - 1);
    Tensor e = x.minus(x.max(last).stopGradient().broadcast(x.shape(), last)).exp();
    return e.dividedBy(e.sum(last).broadcast(x.shape(), last));
  }
}
