package org.normscape.backend.tf.device;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.normscape.backend.BackendException;
import org.normscape.backend.Device;
import org.tensorflow.TensorFlow;

/** The switches are TensorFlow's own: what is set is what it reads. */
final class KernelSwitchesTest {

  @BeforeAll
  static void load() {
    assertThat(TensorFlow.version()).isNotEmpty();
  }

  @Test
  void productsAreComputedInOneWay() {
    assertThat(KernelSwitches.isTf32()).isTrue();
    KernelSwitches.choose(Device.gpu(0));
    assertThat(KernelSwitches.isTf32()).isFalse();
    KernelSwitches.choose(Device.gpu(1));
    assertThatExceptionOfType(BackendException.class)
        .isThrownBy(() -> KernelSwitches.choose(Device.gpuWithTf32(0)))
        .withMessageContaining("here FLOAT32, but gpu:0+tf32 asks for the other");
    assertThat(KernelSwitches.isTf32()).isFalse();
  }

  @Test
  void kernelsAreDeterministicWhenAskedFor() {
    assertThat(KernelSwitches.isDeterministic()).isFalse();
    try {
      KernelSwitches.deterministic();
      assertThat(KernelSwitches.isDeterministic()).isTrue();
    } finally {
      KernelSwitches.set(KernelSwitches.SET_DETERMINISM, false);
    }
  }
}
