package org.normscape.nn;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Collections;
import org.junit.jupiter.api.Test;
import org.normscape.contract.cases.NoisyScale;
import org.normscape.ir.DType;
import org.normscape.ir.Shape;
import org.normscape.ir.TensorType;
import org.normscape.nn.activation.Relu;
import org.normscape.nn.activation.Tanh;
import org.normscape.norm.BatchNorm;
import org.normscape.params.NamedProgram;
import org.normscape.params.Parameters;

class SequentialTest {

  private static final Shape INPUT = Shape.of(4, 3);

  @Test
  void namesWhatLayersLearnAndRemember() {
    Sequential inner =
        new Sequential(Parameters.<Layer>of("dense", Dense.of(2)).and("norm", new BatchNorm()));
    Layer layer = new Sequential(Parameters.<Layer>of("block1", inner).and("relu", new Relu()));
    assertThat(layer.parameters(INPUT).paths())
        .containsExactly(
            "block1.dense.weight", "block1.dense.bias", "block1.norm.scale", "block1.norm.shift");
    assertThat(layer.state(INPUT).paths())
        .containsExactly("block1.norm.mean", "block1.norm.variance");
  }

  @Test
  void numbersLayersWithoutNames() {
    Layer layer = Sequential.of(Dense.of(2), new Tanh(), Dense.of(1));
    assertThat(layer.parameters(INPUT).paths())
        .containsExactly("0.weight", "0.bias", "2.weight", "2.bias");
    assertThat(layer.output(INPUT)).isEqualTo(Shape.of(4, 1));
  }

  @Test
  void saysWhichLayerDoesNotFit() {
    Layer layer =
        new Sequential(
            Parameters.<Layer>of("relu", new Relu())
                .and("block1", Sequential.of(Dense.of(2), new MaxPool())));
    assertThatThrownBy(() -> layer.parameters(INPUT))
        .isInstanceOf(LayerException.class)
        .hasMessage(
            "at block1.1: MaxPool: the input must be images [n,h,w,c], but it is [4,2]. To fix: put the layer before Flatten, or reshape the data.");
    Layer residual =
        new Sequential(
            Parameters.of("block1", new Residual(Sequential.of(Dense.of(2)), new MaxPool())));
    assertThatThrownBy(() -> residual.output(INPUT))
        .hasMessageStartingWith("at block1.shortcut: MaxPool: the input must be images");
  }

  /** In quadratic time this would take hours. */
  @Test
  void aLongNetworkIsWrittenDownLayerByLayer() {
    int length = 200_000;
    Sequential network =
        Sequential.of(Collections.nCopies(length, new NoisyScale(1)).toArray(Layer[]::new));
    Parameters<TensorType> noise = network.noise(INPUT).map(spec -> spec.type(DType.FLOAT32));
    NamedProgram program =
        NamedProgram.trace(
            noise.within("noise").and("x", new TensorType(DType.FLOAT32, INPUT)),
            arguments -> {
              Call call =
                  new Call(
                      Parameters.none(),
                      Parameters.none(),
                      arguments.under("noise"),
                      Parameters.none(),
                      Statistics.BATCH);
              return network.apply(call, arguments.get("x")).activations();
            });
    assertThat(program.results().size()).isEqualTo(length);
  }

  @Test
  void refusesADotInAName() {
    assertThatThrownBy(() -> new Sequential(Parameters.of("a.b", new Flatten())))
        .hasMessage(
            "Sequential: the name of a layer must be a word without dots, but it is \"a.b\". To fix: rename it.");
  }
}
