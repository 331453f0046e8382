package org.normscape.backend.tf.runtime;

import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatNoException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.tensorflow.internal.c_api.global.tensorflow.TF_INVALID_ARGUMENT;
import static org.tensorflow.internal.c_api.global.tensorflow.TF_RESOURCE_EXHAUSTED;
import static org.tensorflow.internal.c_api.global.tensorflow.TF_SetStatus;

import org.junit.jupiter.api.Test;
import org.normscape.backend.BackendException;

final class NativeCallTest {

  @Test
  void aDeviceWithoutMemorySaysSoInOneSentence() {
    try (NativeCall call = new NativeCall()) {
      TF_SetStatus(
          call.status(), TF_RESOURCE_EXHAUSTED, "OOM when allocating tensor with shape[9]\nhint");
      assertThatExceptionOfType(BackendException.class)
          .isThrownBy(call::check)
          .withMessageContaining("(OOM when allocating tensor with shape[9])")
          .withMessageContaining("To fix: use smaller batches");
    }
  }

  @Test
  void whatElseFailsIsTensorFlowsToSay() {
    try (NativeCall call = new NativeCall()) {
      assertThatNoException().isThrownBy(call::check);
      TF_SetStatus(call.status(), TF_INVALID_ARGUMENT, "no such thing");
      assertThatThrownBy(call::check).hasMessageContaining("no such thing");
    }
  }
}
