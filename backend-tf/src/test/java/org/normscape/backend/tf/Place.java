package org.normscape.backend.tf;

import org.normscape.backend.Backend;
import org.normscape.backend.Backends;
import org.normscape.backend.Device;
import org.normscape.backend.tf.runtime.DeviceRuntime;

/** A device that every machine has. */
enum Place {
  /** The processor, which runs sessions. */
  PROCESSOR {
    @Override
    Backend open() {
      return Backends.raw("tensorflow", Device.CPU);
    }

    @Override
    DeviceRuntime<?> runtime() {
      return DeviceRuntime.of(Device.CPU);
    }
  },
  /** The processor once more, which TensorFlow takes for another device: it runs functions. */
  SECOND_PROCESSOR {
    @Override
    Backend open() {
      return SecondProcessor.open();
    }

    @Override
    DeviceRuntime<?> runtime() {
      return SecondProcessor.runtime();
    }
  };

  abstract Backend open();

  abstract DeviceRuntime<?> runtime();
}
