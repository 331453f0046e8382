package org.normscape.backend;

import org.normscape.ir.DType;

/** What is promised about the numbers of a run: speed, closeness or equality. */
public enum Numerics {
  /**
   * float32 and the backend's best kernels. A convolution may leave out what is multiplied with
   * padding.
   */
  FAST(DType.FLOAT32),
  /** float64: backends agree to about 1e-9 for one step. */
  PRECISE(DType.FLOAT64),
  /** float64 and exact accumulation: the same bits on every backend. */
  EXACT(DType.FLOAT64);

  private final DType dtype;

  Numerics(DType dtype) {
    this.dtype = dtype;
  }

  /** The floating-point type in which values are carried. */
  public DType dtype() {
    return dtype;
  }
}
