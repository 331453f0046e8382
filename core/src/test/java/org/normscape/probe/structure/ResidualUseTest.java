package org.normscape.probe.structure;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.ServiceLoader;
import org.junit.jupiter.api.Test;
import org.normscape.ir.DType;
import org.normscape.ir.Shape;
import org.normscape.ir.Tensor;
import org.normscape.model.MultilayerPerceptron;
import org.normscape.model.ResNet;
import org.normscape.model.residual.ResidualBlock;
import org.normscape.model.residual.ZeroScale;
import org.normscape.nn.Dense;
import org.normscape.nn.Fixed;
import org.normscape.nn.Layer;
import org.normscape.nn.Residual;
import org.normscape.nn.Sequential;
import org.normscape.nn.Statistics;
import org.normscape.nn.activation.Tanh;
import org.normscape.nn.initialization.Glorot;
import org.normscape.nn.initialization.He;
import org.normscape.nn.loss.LossReduction;
import org.normscape.nn.loss.SoftmaxCrossEntropy;
import org.normscape.norm.BatchNorm;
import org.normscape.norm.None;
import org.normscape.norm.Normalization;
import org.normscape.norm.NormalizationScheme;
import org.normscape.objective.NetworkObjective;
import org.normscape.params.Parameters;

/** What is a residual block, and what is a layer that adds two tensors. */
class ResidualUseTest {

  /** A layer whose output is a sum of two tensors that it computes, as a normalization may be. */
  private record SumOfTwo() implements Fixed {

    @Override
    public Shape output(Shape input) {
      return input;
    }

    @Override
    public Tensor apply(Tensor x) {
      return x.tanh().plus(x.times(x));
    }
  }

  private static List<String> blocks(Layer network, Shape input) {
    return Written.residualBlocks(
            new NetworkObjective(
                network, new SoftmaxCrossEntropy(LossReduction.MEAN), input, DType.FLOAT64),
            Statistics.BATCH_FROZEN_RUNNING)
        .paths();
  }

  private static List<String> blocks(Parameters<Layer> layers) {
    return blocks(new Sequential(layers.and("last", Dense.of(3))), Shape.of(5, 4));
  }

  @Test
  void aLayerThatAddsTwoTensorsOfItsOwnIsNone() {
    assertThat(blocks(Parameters.<Layer>of("dense", Dense.of(4)).and("sum", new SumOfTwo())))
        .isEmpty();
  }

  @Test
  void noNormalizationIsOne() {
    List<String> kinds = new ArrayList<>();
    for (Normalization normalization : ServiceLoader.load(Normalization.class)) {
      Layer network =
          new MultilayerPerceptron(List.of(32, 32), new Tanh(), Glorot.uniform())
              .network(new NormalizationScheme(normalization), 3);
      assertThat(blocks(network, Shape.of(32, 4))).as("%s", normalization).isEmpty();
      kinds.add(normalization.getClass().getSimpleName());
    }
    assertThat(kinds).hasSizeGreaterThan(40);
  }

  @Test
  void everyKindOfBlockIsFound() {
    for (ResidualBlock block : ServiceLoader.load(ResidualBlock.class)) {
      // Zero scales are those of a normalization.
      Normalization normalization = block.equals(new ZeroScale()) ? new BatchNorm() : new None();
      Layer network =
          new ResNet(8, 2, He.normal(), block).network(new NormalizationScheme(normalization), 3);
      assertThat(blocks(network, Shape.of(2, 8, 8, 3)))
          .as("%s", block)
          .containsExactly("block1", "block2", "block3");
    }
  }

  @Test
  void aBlockAroundTheInputAndABranchWithoutANameAreFound() {
    assertThat(
            blocks(
                Parameters.<Layer>of("first", Residual.of(Dense.of(4)))
                    .and("second", Residual.of(Dense.of(4)))))
        .containsExactly("first", "second");
  }

  @Test
  void aNormalizationInsideABranchIsNone() {
    Layer branch =
        new Sequential(Parameters.<Layer>of("dense", Dense.of(4)).and("sum", new SumOfTwo()));
    assertThat(blocks(Parameters.<Layer>of("dense", Dense.of(4)).and("block", Residual.of(branch))))
        .containsExactly("block");
  }
}
