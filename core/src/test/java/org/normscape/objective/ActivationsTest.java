package org.normscape.objective;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.util.List;
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
import org.normscape.model.ResNet;
import org.normscape.model.Vgg;
import org.normscape.nn.Layer;
import org.normscape.nn.Statistics;
import org.normscape.nn.initialization.He;
import org.normscape.nn.loss.LossReduction;
import org.normscape.nn.loss.SoftmaxCrossEntropy;
import org.normscape.norm.BatchNorm;
import org.normscape.norm.NormalizationScheme;
import org.normscape.params.NamedProgram;
import org.normscape.params.Parameters;

/**
 * Values and gradients at every activation of a network, by path, held against a network with a 0
 * added at every one of these places, and against finite differences there.
 */
class ActivationsTest {

  private static final double STEP = 1e-6;
  private static final NormalizationScheme NORM = new NormalizationScheme(new BatchNorm());
  private static final Layer VGG = new Vgg(Vgg.Variant.VGG_A, 1, He.normal()).network(NORM, 3);
  private static final Layer RES_NET = new ResNet(8, 2, He.normal()).network(NORM, 3);

  static Stream<Arguments> networks() {
    return Stream.of(
        arguments(VGG, Shape.of(2, 32, 32, 1)), arguments(RES_NET, Shape.of(2, 8, 8, 2)));
  }

  private static Objective objective(Layer network, Shape images) {
    return new NetworkObjective(
        network, new SoftmaxCrossEntropy(LossReduction.MEAN), images, DType.FLOAT64);
  }

  /** Whatever a network is asked for. */
  private enum Asked {
    LOSS,
    LOSS_AND_ACTIVATIONS
  }

  private static NamedProgram program(Objective objective, Asked asked) {
    return NamedProgram.trace(
        objective.types().with(objective.arguments(Statistics.BATCH)),
        arguments -> {
          Evaluation evaluation = evaluate(objective, arguments);
          Parameters<Tensor> loss = Parameters.of("loss", evaluation.loss());
          if (asked == Asked.LOSS) {
            return loss;
          }
          Parameters<Tensor> activations = evaluation.activations();
          List<Tensor> gradient = Gradients.of(evaluation.loss(), activations.values());
          return loss.and(activations.within("value"))
              .and(Parameters.like(activations, gradient).within("gradient"));
        });
  }

  private static NamedProgram offsets(Objective objective) {
    return NamedProgram.trace(
        objective.types().with(objective.arguments(Statistics.BATCH)),
        arguments -> {
          Tensor loss = evaluate(objective, arguments).loss();
          Parameters<Tensor> offsets = arguments.under("batch.noise");
          return Parameters.like(offsets, Gradients.of(loss, offsets.values()));
        });
  }

  private static Evaluation evaluate(Objective objective, Parameters<Tensor> arguments) {
    return objective.evaluate(
        new Point<>(arguments.under("parameters"), arguments.under("state")),
        arguments.under("batch"),
        Statistics.BATCH);
  }

  /** Numbers for every argument; offsets are 0. */
  private static Parameters<double[]> numbers(Parameters<TensorType> types) {
    return Parameters.like(
        types, types.paths().stream().map(p -> number(p, types.get(p))).toList());
  }

  private static double[] number(String path, TensorType type) {
    if (path.endsWith(Offset.NAME)) {
      return new double[type.shape().size()];
    }
    return path.equals("batch.target") ? new double[] {2, 0} : Numbers.normal(type, path);
  }

  @ParameterizedTest
  @MethodSource("networks")
  void gradientsAtActivationsAreThoseAtOffsets(Layer network, Shape images) {
    NamedProgram plain = program(objective(network, images), Asked.LOSS_AND_ACTIVATIONS);
    NamedProgram shifted = offsets(objective(Offset.everywhere(network), images));
    Parameters<double[]> found = Numbers.run(plain, numbers(plain.arguments()));
    Parameters<double[]> expected = Numbers.run(shifted, numbers(shifted.arguments()));
    Parameters<double[]> gradient = found.under("gradient");
    for (String path : gradient.paths()) {
      assertThat(gradient.get(path))
          .as(path)
          .containsExactly(expected.get(path + "." + Offset.NAME), within(1e-12));
    }
  }

  /** Every activation is moved a little before: max-pooling has no derivative where zeros tie. */
  @ParameterizedTest
  @MethodSource("networks")
  void gradientsAtActivationsAreFiniteDifferences(Layer network, Shape images) {
    Objective objective = objective(Offset.everywhere(network), images);
    NamedProgram program = program(objective, Asked.LOSS);
    Parameters<TensorType> types = program.arguments();
    Parameters<TensorType> offsets = types.where((path, type) -> path.endsWith(Offset.NAME));
    Parameters<double[]> numbers =
        numbers(types).replacedBy(offsets.map(type -> Numbers.normal(type, "moved")));
    Parameters<double[]> gradient =
        Numbers.run(program(objective, Asked.LOSS_AND_ACTIVATIONS), numbers).under("gradient");
    for (String path : gradient.paths()) {
      String offset = "batch.noise." + path + "." + Offset.NAME;
      double[] direction = Numbers.normal(types.get(offset), path);
      double slope = 0;
      for (int i = 0; i < direction.length; i++) {
        slope += direction[i] * gradient.get(path)[i];
      }
      double difference =
          loss(program, numbers, offset, direction, STEP)
              - loss(program, numbers, offset, direction, -STEP);
      assertThat(slope)
          .as(path)
          .isCloseTo(difference / (2 * STEP), within(1e-6 * Math.max(1, Math.abs(slope))));
    }
  }

  private static double loss(
      NamedProgram program,
      Parameters<double[]> numbers,
      String offset,
      double[] direction,
      double step) {
    double[] moved = numbers.get(offset).clone();
    for (int i = 0; i < moved.length; i++) {
      moved[i] += step * direction[i];
    }
    return Numbers.run(program, numbers.replacedBy(Parameters.of(offset, moved))).get("loss")[0];
  }

  @ParameterizedTest
  @MethodSource("networks")
  void askingForActivationsDoesNotChangeTheLoss(Layer network, Shape images) {
    NamedProgram alone = program(objective(network, images), Asked.LOSS);
    NamedProgram asked = program(objective(network, images), Asked.LOSS_AND_ACTIVATIONS);
    Parameters<double[]> numbers = numbers(alone.arguments());
    assertThat(Numbers.run(asked, numbers).get("loss"))
        .containsExactly(Numbers.run(alone, numbers).get("loss"));
    assertThat(alone.program().equations())
        .as("what nobody asks for is not computed")
        .hasSizeLessThan(asked.program().equations().size());
  }

  @Test
  void everyLayerHasAnActivationByItsPath() {
    Parameters<TensorType> vgg =
        program(objective(VGG, Shape.of(2, 32, 32, 1)), Asked.LOSS_AND_ACTIVATIONS)
            .results()
            .under("value");
    assertThat(vgg.paths())
        .startsWith("conv1", "norm1", "relu1", "pool1", "conv2")
        .endsWith("flatten", "dense1", "dense-relu1", "dense2", "dense-relu2", "dense3")
        .hasSize(3 * 8 + 5 + 6);
    assertThat(vgg.get("norm8").shape()).isEqualTo(Shape.of(2, 2, 2, 8));
    assertThat(
            program(objective(RES_NET, Shape.of(2, 8, 8, 2)), Asked.LOSS_AND_ACTIVATIONS)
                .results()
                .under("value")
                .paths())
        .containsExactly(
            ("conv1 norm1 relu1 block1.conv1 block1.norm1 block1.relu1 block1.conv2 block1.norm2"
                    + " block1 block-relu1 block2.conv1 block2.norm1 block2.relu1 block2.conv2"
                    + " block2.norm2 block2.shortcut block2 block-relu2 block3.conv1 block3.norm1"
                    + " block3.relu1 block3.conv2 block3.norm2 block3.shortcut block3 block-relu3"
                    + " pool dense")
                .split(" "));
  }
}
