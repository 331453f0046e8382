package org.normscape.norm.conditional;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.normscape.check.Numbers;
import org.normscape.ir.DType;
import org.normscape.ir.Shape;
import org.normscape.ir.Tensor;
import org.normscape.ir.TensorType;
import org.normscape.nn.Applied;
import org.normscape.nn.Call;
import org.normscape.nn.Dense;
import org.normscape.nn.Flatten;
import org.normscape.nn.Layer;
import org.normscape.nn.ParameterSpec;
import org.normscape.nn.Sequential;
import org.normscape.nn.Statistics;
import org.normscape.nn.loss.SoftmaxCrossEntropy;
import org.normscape.norm.Affine;
import org.normscape.norm.LayerNorm;
import org.normscape.norm.example.InstanceNorm;
import org.normscape.objective.NetworkObjective;
import org.normscape.params.Parameters;

/** Scale and shift from outside: derivatives, the condition's included, and what they come to. */
class ConditionalNormTest {

  private static final Shape IMAGES = Shape.of(3, 2, 2, 4);
  private static final InstanceNorm INSTANCE = new InstanceNorm(0.1, Affine.WITHOUT);

  /** What a condition is made of in these tests: the last two of four channels. */
  private enum Made {
    OF_EXAMPLES {
      @Override
      Tensor condition(Tensor rest) {
        return rest.mean(rest.shape().axesExcept(List.of(0, rest.shape().rank() - 1)));
      }
    },
    OF_PLACES {
      @Override
      Tensor condition(Tensor rest) {
        return rest;
      }
    };

    abstract Tensor condition(Tensor rest);
  }

  /** A layer whose condition is part of its input, so that derivatives are taken of it as well. */
  private record Conditioned(ConditionalNorm norm, String name, Made made) implements Layer {

    @Override
    public Shape output(Shape input) {
      return input.with(input.rank() - 1, 2);
    }

    @Override
    public Parameters<ParameterSpec> parameters(Shape input) {
      return norm.parameters(output(input));
    }

    @Override
    public Parameters<ParameterSpec> state(Shape input) {
      return norm.state(output(input));
    }

    @Override
    public Applied apply(Call call, Tensor x) {
      int last = x.shape().rank() - 1;
      Tensor condition = made.condition(x.slice(last, 2, 4));
      return norm.apply(call.with(Parameters.of(name, condition)), x.slice(last, 0, 2));
    }
  }

  static Stream<Arguments> sources() {
    return Stream.of(
            new Conditioned(by(new ClassAffine(2)), "class", Made.OF_EXAMPLES),
            new Conditioned(by(new FeatureAffine(2)), "features", Made.OF_EXAMPLES),
            new Conditioned(by(new PlaceAffine(2)), "map", Made.OF_PLACES),
            new Conditioned(by(new StyleAffine(0.1)), "style", Made.OF_PLACES))
        .flatMap(layer -> Stream.of(IMAGES, Shape.of(3, 4)).map(input -> arguments(layer, input)));
  }

  private static ConditionalNorm by(AffineSource affine) {
    return new ConditionalNorm(INSTANCE, affine);
  }

  @ParameterizedTest
  @MethodSource("sources")
  void hasTheRightDerivatives(Layer layer, Shape input) {
    Numbers.checkDerivatives(layer, input, Statistics.BATCH);
  }

  /** AdaIN by an image's own statistics gives the image back. */
  @Test
  void itsOwnStyleChangesNothing() {
    Shape shape = Shape.of(2, 3, 2, 2);
    double[] x = Numbers.normal(new TensorType(DType.FLOAT64, shape), "x");
    double[] y = output(by(new StyleAffine(0.1)), shape, Map.of(), "style", shape, x, x);
    assertThat(y).containsExactly(x, within(1e-14));
  }

  /** By hand: channels of rows have mean 0 already, so that y is the row of the table. */
  @Test
  void aClassChoosesARowOfTheTable() {
    Shape rows = Shape.of(3, 2);
    double[] classes = {1, 0, 0, 1, 0.5, 0.5};
    double[] y =
        output(
            new ConditionalNorm(new LayerNorm(1e-5, Affine.WITHOUT), new ClassAffine(2)),
            rows,
            Map.of("affine.shift", new double[] {1, 2, 3, 4}, "affine.scale", new double[4]),
            "class",
            rows,
            new double[6],
            classes);
    assertThat(y).containsExactly(1, 2, 3, 4, 2, 3);
  }

  private static double[] output(
      ConditionalNorm norm,
      Shape shape,
      Map<String, double[]> values,
      String name,
      Shape condition,
      double[] x,
      double[] z) {
    Parameters<ParameterSpec> specs = norm.parameters(shape);
    List<TensorType> types =
        Stream.concat(
                Stream.of(shape, condition), specs.values().stream().map(ParameterSpec::shape))
            .map(each -> new TensorType(DType.FLOAT64, each))
            .toList();
    List<double[]> arguments =
        Stream.concat(Stream.of(x, z), specs.paths().stream().map(values::get)).toList();
    return Numbers.run(
            types,
            in -> {
              Call call =
                  Call.of(
                      Parameters.like(specs, in.subList(2, in.size())),
                      Parameters.none(),
                      Statistics.BATCH);
              return List.of(
                  norm.apply(call.with(Parameters.of(name, in.get(1))), in.get(0)).output());
            },
            arguments)
        .get(0);
  }

  @Test
  void theConditionsOfAnObjectiveArePartOfItsBatch() {
    Layer network = Sequential.of(by(new FeatureAffine(5)), new Flatten(), Dense.of(3));
    NetworkObjective objective =
        new NetworkObjective(
            network,
            new SoftmaxCrossEntropy(),
            IMAGES,
            Parameters.of("features", Shape.of(3, 5)),
            DType.FLOAT64);
    assertThat(objective.batch().get("condition.features").shape()).isEqualTo(Shape.of(3, 5));
    assertThat(objective.lossAndGradient(Statistics.BATCH).arguments().paths())
        .contains("batch.condition.features");
  }

  @Test
  void saysThatAConditionIsMissing() {
    assertThatThrownBy(() -> apply(Parameters.none()))
        .hasMessage(
            "Call: the condition \"class\" must be given, but there are only []. To fix: name it in the conditions of the objective.");
    assertThatThrownBy(() -> apply(Parameters.of("class", Shape.of(3, 7))))
        .hasMessage(
            "Call: the condition \"class\" must be [3,2], but it is [3,7]. To fix: give it in this shape.");
  }

  private static void apply(Parameters<Shape> conditions) {
    ConditionalNorm norm = by(new ClassAffine(2));
    List<TensorType> types =
        Stream.concat(
                Stream.of(IMAGES),
                Stream.concat(
                    norm.parameters(IMAGES).values().stream().map(ParameterSpec::shape),
                    conditions.values().stream()))
            .map(shape -> new TensorType(DType.FLOAT64, shape))
            .toList();
    Numbers.run(
        types,
        in -> {
          Call call =
              Call.of(
                  Parameters.like(norm.parameters(IMAGES), in.subList(1, 3)),
                  Parameters.none(),
                  Statistics.BATCH);
          Parameters<Tensor> given = Parameters.like(conditions, in.subList(3, in.size()));
          return List.of(norm.apply(call.with(given), in.get(0)).output());
        },
        List.of());
  }
}
