package org.normscape.contract.cases;

import org.normscape.ir.DType;
import org.normscape.ir.TensorType;
import org.normscape.random.RandomStream;

/**
 * One input of a row.
 *
 * @param type its type; a floating-point one stands for the dtype in which the row is run
 * @param sampler how its numbers are drawn
 */
public record Input(TensorType type, Sampler sampler) {

  /** A floating-point input with these extents. */
  public static Input of(Sampler sampler, int... dims) {
    return new Input(TensorType.float64(dims), sampler);
  }

  /** An int32 input with these extents. */
  public static Input int32(Sampler sampler, int... dims) {
    return new Input(TensorType.int32(dims), sampler);
  }

  /** The type when the row is run in {@code dtype}. */
  public TensorType type(DType dtype) {
    return type.dtype().isFloating() ? type.withDType(dtype) : type;
  }

  /** The numbers. */
  public double[] draw(RandomStream random) {
    return sampler.draw(random, type.shape().size());
  }
}
