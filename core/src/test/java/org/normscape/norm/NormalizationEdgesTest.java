package org.normscape.norm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.ServiceLoader;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.normscape.check.Numbers;
import org.normscape.grad.Gradients;
import org.normscape.ir.DType;
import org.normscape.ir.Shape;
import org.normscape.ir.Tensor;
import org.normscape.ir.TensorType;
import org.normscape.nn.Applied;
import org.normscape.nn.Call;
import org.normscape.nn.ParameterSpec;
import org.normscape.nn.Statistics;
import org.normscape.nn.noise.Noise;
import org.normscape.nn.noise.NoiseSpec;
import org.normscape.norm.activated.EvoNormS0;
import org.normscape.norm.batch.BatchGroupNorm;
import org.normscape.norm.example.GroupNorm;
import org.normscape.norm.response.DivisiveNorm;
import org.normscape.norm.response.GlobalResponseNorm;
import org.normscape.params.Parameters;
import org.normscape.random.RandomStream;

/** Every normalization there is, with its defaults, where inputs are special. */
class NormalizationEdgesTest {

  private static final Shape IMAGES = Shape.of(32, 2, 1, 32);
  private static final Shape ROWS = Shape.of(32, 32);

  private static List<ActivationNormalization> all() {
    List<ActivationNormalization> all = new ArrayList<>();
    for (Normalization normalization : ServiceLoader.load(Normalization.class)) {
      if (normalization instanceof ActivationNormalization layer) {
        all.add(layer);
      }
    }
    return all;
  }

  static Stream<Arguments> everywhere() {
    return all().stream()
        .flatMap(
            layer ->
                Stream.of(IMAGES, ROWS)
                    .flatMap(
                        shape ->
                            Stream.of(Statistics.values())
                                .map(statistics -> arguments(layer, shape, statistics))));
  }

  @Test
  void areMany() {
    assertThat(all()).hasSizeGreaterThanOrEqualTo(30);
  }

  /** Where a channel does not vary, epsilon keeps output and gradient finite. */
  @ParameterizedTest
  @MethodSource("everywhere")
  void isFiniteOfAConstant(ActivationNormalization layer, Shape shape, Statistics statistics) {
    double[] x = new double[shape.size()];
    Arrays.setAll(x, i -> i % 32 / 8.0 - 1);
    for (double[] result : outputAndGradient(layer, shape, statistics, x)) {
      assertThat(Arrays.stream(result).allMatch(Double::isFinite)).isTrue();
    }
  }

  /** Of nothing but zeros too, which happens behind rectifiers. */
  @ParameterizedTest
  @MethodSource("everywhere")
  void isFiniteOfZeros(ActivationNormalization layer, Shape shape, Statistics statistics) {
    for (double[] result : outputAndGradient(layer, shape, statistics, new double[shape.size()])) {
      assertThat(Arrays.stream(result).allMatch(Double::isFinite)).isTrue();
    }
  }

  private static double[] doubles(float[] floats) {
    return IntStream.range(0, floats.length).mapToDouble(i -> floats[i]).toArray();
  }

  private static List<double[]> outputAndGradient(
      ActivationNormalization layer, Shape shape, Statistics statistics, double[] x) {
    Parameters<ParameterSpec> learned = layer.parameters(shape);
    Parameters<ParameterSpec> remembered = layer.state(shape);
    Parameters<NoiseSpec> drawn =
        statistics == Statistics.RUNNING ? Parameters.none() : layer.noise(shape);
    List<TensorType> types = new ArrayList<>(List.of(new TensorType(DType.FLOAT64, shape)));
    List<double[]> values = new ArrayList<>(List.of(x));
    for (Parameters<ParameterSpec> specs : List.of(learned, remembered)) {
      specs.values().forEach(spec -> types.add(spec.type(DType.FLOAT64)));
      specs.values().forEach(spec -> values.add(first(spec)));
    }
    drawn.values().forEach(spec -> types.add(spec.type(DType.FLOAT64)));
    values.addAll(
        Noise.draw(drawn, 1, 1)
            .zip(drawn, (source, spec) -> doubles(source.toFloats(spec.shape().size())))
            .values());
    int state = 1 + learned.size();
    int noise = state + remembered.size();
    return Numbers.run(
        types,
        in -> {
          Call call =
              new Call(
                  Parameters.like(learned, in.subList(1, state)),
                  Parameters.like(remembered, in.subList(state, noise)),
                  Parameters.like(drawn, in.subList(noise, in.size())),
                  Parameters.none(),
                  statistics);
          Applied applied = layer.apply(call, in.get(0));
          assertThat(applied.output().shape()).isEqualTo(layer.output(shape));
          assertThat(applied.state().paths()).isEqualTo(remembered.paths());
          assertThat(applied.frozen().paths()).isEqualTo(layer.frozen(shape).paths());
          Tensor loss = applied.output().times(applied.output()).sum();
          List<Tensor> gradient = Gradients.of(loss, in.subList(0, state));
          return Stream.concat(Stream.of(applied.output()), gradient.stream()).toList();
        },
        values);
  }

  private static double[] first(ParameterSpec spec) {
    return spec.initializer().values(spec.shape(), RandomStream.of(1, "first"));
  }

  static Stream<Arguments> indivisible() {
    return Stream.of(
        arguments(
            new GroupNorm(4),
            "GroupNorm: the number of groups must divide that of the channels, but there are 4 groups for 6 channels. To fix: set groups to a divisor of 6."),
        arguments(
            new EvoNormS0(4, 1e-5),
            "EvoNormS0: the number of groups must divide that of the channels, but there are 4 groups for 6 channels. To fix: set groups to a divisor of 6."),
        arguments(
            new BatchGroupNorm(5, 1e-5, 0.9, Affine.WITH),
            "BatchGroupNorm: the number of groups must divide that of the elements of an example, but there are 5 groups for 6 elements. To fix: set groups to a divisor of 6."));
  }

  @ParameterizedTest
  @MethodSource("indivisible")
  void refusesGroupsThatDoNotDivide(ActivationNormalization layer, String message) {
    assertThatThrownBy(() -> layer.output(Shape.of(3, 6))).hasMessage(message);
    assertThatThrownBy(() -> layer.parameters(Shape.of(3, 6))).hasMessage(message);
  }

  @Test
  void saysWhatItTakes() {
    assertThatThrownBy(() -> new GroupNorm(0))
        .hasMessage(
            "GroupNorm: groups must be at least 1, but it is 0. To fix: set a value that is allowed.");
    assertThatThrownBy(() -> new DivisiveNorm(4, 5, 1, Affine.WITH))
        .hasMessage(
            "DivisiveNorm: summation must be odd and at least 1, but it is 4. To fix: set a value that is allowed.");
    assertThatThrownBy(() -> new GlobalResponseNorm().parameters(Shape.of(3)))
        .hasMessage(
            "GlobalResponseNorm: the input must have at least 2 axes, examples first and channels last, but it is [3]. To fix: reshape it.");
  }
}
