package org.normscape.backend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class DeviceTest {

  @ParameterizedTest
  @CsvSource({
    "cpu, CPU, 0, FLOAT32, cpu",
    "gpu, GPU, 0, FLOAT32, gpu:0",
    "gpu:3, GPU, 3, FLOAT32, gpu:3",
    "gpu+tf32, GPU, 0, TF32, gpu:0+tf32",
    "gpu:12+tf32, GPU, 12, TF32, gpu:12+tf32"
  })
  void aDeviceIsReadAndWritten(
      String text, Device.Kind kind, int index, Device.Products products, String written) {
    Device device = Device.parse(text);

    assertThat(device).isEqualTo(new Device(kind, index, products));
    assertThat(device).hasToString(written);
    assertThat(Device.parse(written)).isEqualTo(device);
  }

  @ParameterizedTest
  @ValueSource(strings = {"tpu", "", "GPU", "gpu:", "gpu:-1", "gpu:one", "cpu:0", "gpu:1+tf16"})
  void anythingElseIsRefused(String text) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Device.parse(text))
        .withMessage(
            "device: must be cpu, gpu or gpu:N, but it is \"%s\". To fix: use one of these.", text);
  }

  @Test
  void theCpuHasNoTf32() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Device.parse("cpu+tf32"))
        .withMessage(
            "device: TF32 is of GPUs, but it is \"cpu+tf32\". To fix: use cpu, or gpu+tf32.");
  }
}
