package org.normscape.contract.cases;

import java.util.Arrays;
import java.util.List;
import java.util.function.IntToDoubleFunction;
import java.util.stream.IntStream;
import org.normscape.composite.BatchNormalization;
import org.normscape.composite.LayerNormalization;
import org.normscape.grad.Gradients;
import org.normscape.ir.Composite;
import org.normscape.ir.DType;
import org.normscape.ir.Shape;
import org.normscape.ir.Tensor;
import org.normscape.ir.TensorType;

/**
 * Independent values of normalizations and of their derivatives up to the third, on one small image
 * {@code x} with scale γ, shift β, direction v and weights w: of {@code s(t) = Σ w · y(x + t v)}
 * the values {@code s, s', s'', s'''} at 0. They were made outside of this project, in long double
 * from the definitions, the derivatives by central differences of nine points.
 */
public final class NormalizationVectors {

  private static final Shape IMAGE = Shape.of(4, 2, 2, 6);
  private static final int CHANNELS = 6;
  private static final List<Integer> EXAMPLES_INSIDE = List.of(1, 2, 0, 3);
  private static final List<Integer> EXAMPLES_FIRST = List.of(2, 0, 1, 3);
  private static final String BATCH = "batch_normalization";
  private static final String LAYER = "layer_normalization";

  /** The third derivatives are known to about 1e-10. */
  private static final Tolerance KNOWN =
      (dtype, expected, scale) -> Tolerance.overall(1e-4, 1e-9).allowed(dtype, 1, 1);

  private NormalizationVectors() {}

  /** What stands between x, scale and shift, and y. */
  @FunctionalInterface
  private interface Layer {
    Tensor apply(Tensor x, Tensor scale, Tensor shift);
  }

  /** All of them. */
  public static List<KnownCase> all() {
    return List.of(
        known(
            BATCH,
            "independent, epsilon 1e-5",
            by(new BatchNormalization(3, 1e-5)),
            -2.6303774709756467,
            1.0203376940626852,
            -0.03234604559335666,
            -0.32051404352682766),
        known(
            BATCH,
            "independent, epsilon 1e-3",
            by(new BatchNormalization(3, 1e-3)),
            -2.629423289218759,
            1.0200733393273504,
            -0.0326087995914108,
            -0.32045406573695345),
        known(
            BATCH,
            "independent, two ghosts",
            NormalizationVectors::ghosts,
            9.402031773750101,
            0.6795843700226323,
            -2.3526229246503183,
            -0.6337969604264799),
        known(
            BATCH,
            "independent, each instance",
            NormalizationVectors::instances,
            11.662428388218624,
            -1.1482316470352167,
            -0.9576117581204201,
            -0.15135598338747513),
        known(
            LAYER,
            "independent, whole examples",
            by(new LayerNormalization(1e-5)),
            -5.66654893887364,
            1.220794955982795,
            0.1000944107673209,
            -0.05664914733642945),
        known(
            LAYER,
            "independent, channels alone",
            NormalizationVectors::channels,
            -6.650057536551924,
            0.32825541864599644,
            -0.06080131944863176,
            0.3722380573697137));
  }

  private static KnownCase known(String subject, String name, Layer layer, Double... values) {
    Case row =
        Case.program(
                subject + ": " + name,
                KNOWN,
                in -> derivatives(layer, in),
                image(i -> (37 * i + 11) % 101 / 25.0 - 2 + (0.3 * (i % CHANNELS) - 0.5)),
                Input.of(formula(c -> 1 + 0.1 * c), CHANNELS),
                Input.of(formula(c -> 0.05 * c - 0.2), CHANNELS),
                image(i -> (53 * i + 7) % 97 / 48.0 - 1),
                image(i -> (29 * i + 3) % 89 / 44.0 - 1))
            .with(Derivatives.NONE);
    return new KnownCase(subject, row, Arrays.asList(values));
  }

  private static Input image(IntToDoubleFunction formula) {
    return new Input(new TensorType(DType.FLOAT64, IMAGE), formula(formula));
  }

  private static Sampler formula(IntToDoubleFunction formula) {
    return (random, count) -> IntStream.range(0, count).mapToDouble(formula).toArray();
  }

  private static List<Tensor> derivatives(Layer layer, List<Tensor> in) {
    Tensor x = in.get(0);
    Tensor s = layer.apply(x, in.get(1), in.get(2)).dot(in.get(4));
    Tensor first = along(s, x, in.get(3));
    Tensor second = along(first, x, in.get(3));
    return List.of(s, first, second, along(second, x, in.get(3)));
  }

  private static Tensor along(Tensor scalar, Tensor x, Tensor direction) {
    return Gradients.of(scalar, List.of(x)).get(0).dot(direction);
  }

  private static Layer by(Composite norm) {
    return (x, scale, shift) -> x.trace().apply(norm, List.of(x, scale, shift)).get(0);
  }

  /** Batch normalization of two examples at a time. */
  private static Tensor ghosts(Tensor x, Tensor scale, Tensor shift) {
    Layer norm = by(new BatchNormalization(3, 1e-5));
    return norm.apply(x.slice(0, 0, 2), scale, shift)
        .concatenate(norm.apply(x.slice(0, 2, 4), scale, shift), 0);
  }

  /** Batch normalization in which every channel of every example is a channel of its own. */
  private static Tensor instances(Tensor x, Tensor scale, Tensor shift) {
    Shape repeated = Shape.of(IMAGE.dim(0), CHANNELS);
    Shape flat = Shape.of(repeated.size());
    Shape grouped = Shape.of(IMAGE.dim(1), IMAGE.dim(2), repeated.size());
    Shape moved = Shape.of(IMAGE.dim(1), IMAGE.dim(2), IMAGE.dim(0), CHANNELS);
    return by(new BatchNormalization(2, 1e-5))
        .apply(
            x.transpose(EXAMPLES_INSIDE).reshape(grouped),
            scale.broadcast(repeated, List.of(0)).reshape(flat),
            shift.broadcast(repeated, List.of(0)).reshape(flat))
        .reshape(moved)
        .transpose(EXAMPLES_FIRST);
  }

  /** Layer normalization in which every pixel is an example of its own. */
  private static Tensor channels(Tensor x, Tensor scale, Tensor shift) {
    return by(new LayerNormalization(1e-6))
        .apply(x.reshape(Shape.of(IMAGE.size() / CHANNELS, CHANNELS)), scale, shift)
        .reshape(IMAGE);
  }
}
