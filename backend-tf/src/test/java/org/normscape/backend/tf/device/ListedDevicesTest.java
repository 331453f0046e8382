package org.normscape.backend.tf.device;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatNoException;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.normscape.backend.BackendException;
import org.normscape.backend.Device;
import org.tensorflow.proto.ConfigProto;

final class ListedDevicesTest {

  private static final String TASK = "/job:localhost/replica:0/task:0/device:";

  private static FoundGpu gpu(int index, int count) {
    return new FoundGpu("/device:GPU:" + index, count, Map.of());
  }

  @Test
  void tensorFlowListsWhatItsConfigurationGivesIt() {
    ConfigProto two = ConfigProto.newBuilder().putDeviceCount("CPU", 2).build();

    assertThat(ListedDevices.under(two).names()).contains(TASK + "CPU:0", TASK + "CPU:1");
  }

  @Test
  void aGpuThatIsListedIsFine() {
    assertThatNoException()
        .isThrownBy(
            () ->
                new ListedDevices(List.of(TASK + "CPU:0", TASK + "GPU:0", TASK + "GPU:1"))
                    .check(Device.gpu(1), gpu(1, 2)));
  }

  @Test
  void aGpuThatTensorFlowLeavesOutIsTold() {
    assertThatExceptionOfType(BackendException.class)
        .isThrownBy(
            () -> new ListedDevices(List.of(TASK + "CPU:0")).check(Device.gpu(0), gpu(0, 1)))
        .withMessageContaining("must list gpu:0, but it lists [" + TASK + "CPU:0]");
  }

  /** TensorFlow counts those that it takes from 0: the second of the driver may be its first. */
  @Test
  void aGpuThatMayHaveAnotherNumberIsTold() {
    assertThatExceptionOfType(BackendException.class)
        .isThrownBy(
            () ->
                new ListedDevices(List.of(TASK + "CPU:0", TASK + "GPU:0"))
                    .check(Device.gpu(0), gpu(0, 2)))
        .withMessageContaining("each of 2 GPUs, or gpu:0 may be another one, but it lists 1");
  }
}
