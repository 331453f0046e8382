package org.normscape.backend.tf.device;

/** NVIDIA's driver, which knows the GPUs of this machine. */
@FunctionalInterface
interface CudaDriver {

  /**
   * Which GPUs there are.
   *
   * @param opened the index of the one that is opened too, or {@link #ALL}
   */
  DriverReport ask(int opened);

  /** Every GPU is opened. */
  int ALL = -1;
}
