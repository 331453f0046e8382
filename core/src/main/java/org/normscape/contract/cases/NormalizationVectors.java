package org.normscape.contract.cases;

import java.util.Arrays;
import java.util.List;
import java.util.function.IntToDoubleFunction;
import java.util.stream.IntStream;
import org.normscape.composite.Standardization;
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
  private static final String SUBJECT = "standardization";

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
            "batch, epsilon 1e-5",
            by(Standardization.ofChannels(3, 1e-5)),
            -2.6303774709756467,
            1.0203376940626852,
            -0.03234604559335666,
            -0.32051404352682766),
        known(
            "batch, epsilon 1e-3",
            by(Standardization.ofChannels(3, 1e-3)),
            -2.629423289218759,
            1.0200733393273504,
            -0.0326087995914108,
            -0.32045406573695345),
        known(
            "batch, two ghosts",
            NormalizationVectors::ghosts,
            9.402031773750101,
            0.6795843700226323,
            -2.3526229246503183,
            -0.6337969604264799),
        known(
            "instance",
            by(Standardization.ofInstances(4, 1e-5)),
            11.662428388218624,
            -1.1482316470352167,
            -0.9576117581204201,
            -0.15135598338747513),
        known(
            "two groups",
            groups(2),
            -7.220527463405926,
            1.3741900723767109,
            -0.003867101636167436,
            0.11972723986536948),
        known(
            "three groups",
            groups(3),
            3.3498179370692536,
            1.106115170622243,
            -2.827936574637688,
            0.9446248188806976),
        known(
            "layer, whole examples",
            by(Standardization.ofExamples(4, 1e-5)),
            -5.66654893887364,
            1.220794955982795,
            0.1000944107673209,
            -0.05664914733642945),
        known(
            "layer, channels alone",
            by(Standardization.ofPlaces(4, 1e-6)),
            -6.650057536551924,
            0.32825541864599644,
            -0.06080131944863176,
            0.3722380573697137),
        known(
            "root mean square, channels alone",
            NormalizationVectors::rootMeanSquare,
            -5.821544936567255,
            0.6537826774125981,
            -0.12350881130961211,
            0.4317890535214701));
  }

  private static KnownCase known(String name, Layer layer, Double... values) {
    Case row =
        Case.program(
                SUBJECT + ": independent, " + name,
                KNOWN,
                in -> derivatives(layer, in),
                image(i -> (37 * i + 11) % 101 / 25.0 - 2 + (0.3 * (i % CHANNELS) - 0.5)),
                Input.of(formula(c -> 1 + 0.1 * c), CHANNELS),
                Input.of(formula(c -> 0.05 * c - 0.2), CHANNELS),
                image(i -> (53 * i + 7) % 97 / 48.0 - 1),
                image(i -> (29 * i + 3) % 89 / 44.0 - 1))
            .with(Derivatives.NONE);
    return new KnownCase(SUBJECT, row, Arrays.asList(values));
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

  /** Without a shift. */
  private static Tensor rootMeanSquare(Tensor x, Tensor scale, Tensor shift) {
    return by(Standardization.ofPlaces(4, 1e-6).aroundZero()).apply(x, scale, shift.zeros());
  }

  /** Batch normalization of two examples at a time. */
  private static Tensor ghosts(Tensor x, Tensor scale, Tensor shift) {
    Standardization norm = Standardization.of(List.of(0, 4), List.of(4), 1e-5);
    return by(norm).apply(x.reshape(Shape.of(2, 2, 2, 2, CHANNELS)), scale, shift).reshape(IMAGE);
  }

  /** Group normalization of so many groups of neighbouring channels. */
  private static Layer groups(int groups) {
    Standardization norm = Standardization.of(List.of(0, 3), List.of(3, 4), 1e-5);
    Shape channels = Shape.of(groups, CHANNELS / groups);
    Shape image = Shape.of(4, 2, 2, groups, CHANNELS / groups);
    return (x, scale, shift) ->
        by(norm)
            .apply(x.reshape(image), scale.reshape(channels), shift.reshape(channels))
            .reshape(IMAGE);
  }
}
