package org.normscape.backend.tf.device;

import java.io.Serializable;

/**
 * An error of NVIDIA's driver.
 *
 * @param code its number
 * @param name its name, such as {@code CUDA_ERROR_NO_DEVICE}
 */
record CudaError(int code, String name) implements Serializable {

  /** No call failed. */
  static final int SUCCESS = 0;

  /** The device has no memory left. */
  static final int OUT_OF_MEMORY = 2;

  /** Another process has the device to itself. */
  static final int DEVICE_UNAVAILABLE = 46;

  /** The driver finds no device. */
  static final int NO_DEVICE = 100;
}
