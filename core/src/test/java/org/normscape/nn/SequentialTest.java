package org.normscape.nn;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.normscape.ir.Shape;
import org.normscape.norm.BatchNorm;
import org.normscape.params.Parameters;

class SequentialTest {

  private static final Shape INPUT = Shape.of(4, 3);

  @Test
  void namesWhatLayersLearnAndRemember() {
    Sequential inner =
        new Sequential(
            Parameters.<Layer>of("dense", Dense.of(2)).and("norm", BatchNorm.standard()));
    Layer layer =
        new Sequential(Parameters.<Layer>of("block1", inner).and("relu", Activation.RELU));
    assertThat(layer.parameters(INPUT).paths())
        .containsExactly(
            "block1.dense.weight", "block1.dense.bias", "block1.norm.scale", "block1.norm.shift");
    assertThat(layer.state(INPUT).paths())
        .containsExactly("block1.norm.mean", "block1.norm.variance");
  }

  @Test
  void numbersLayersWithoutNames() {
    Layer layer = Sequential.of(Dense.of(2), Activation.TANH, Dense.of(1));
    assertThat(layer.parameters(INPUT).paths())
        .containsExactly("0.weight", "0.bias", "2.weight", "2.bias");
    assertThat(layer.output(INPUT)).isEqualTo(Shape.of(4, 1));
  }

  @Test
  void refusesADotInAName() {
    assertThatThrownBy(() -> new Sequential(Parameters.of("a.b", new Flatten())))
        .hasMessage(
            "Sequential: the name of a layer must be a word without dots, but it is \"a.b\". To fix: rename it.");
  }
}
