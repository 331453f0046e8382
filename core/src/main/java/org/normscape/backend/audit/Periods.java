package org.normscape.backend.audit;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;
import org.normscape.backend.KernelCall;
import org.normscape.ir.IndependentAxis;
import org.normscape.ir.TensorType;

/**
 * How a call is made small: along each axis whose places are independent of each other it keeps a
 * few.
 *
 * @param inputs the types of the inputs that are left
 * @param outputs the types of the results that are left
 * @param sums for each result, how many times as large the whole one is, where it sums over what
 *     was left out
 */
record Periods(List<TensorType> inputs, List<TensorType> outputs, List<Double> sums) {

  /**
   * How many places are kept. Not a divisor of the sizes in which kernels cut tensors into blocks:
   * a block that was read from the wrong place is seen.
   */
  private static final int KEPT = 3;

  /** Where results are sums over the places, whole periods have to fit; this many at most. */
  private static final int KEPT_OF_SUMS = 8;

  static Periods of(KernelCall call) {
    List<TensorType> inputs = new ArrayList<>(call.inputs());
    int results = call.operation().types(call.inputs()).size();
    List<Double> sums = new ArrayList<>(Collections.nCopies(results, 1.0));
    for (IndependentAxis axis : call.operation().independentAxes(call.inputs())) {
      int extent = extent(axis, call.inputs());
      boolean isSummed = axis.outputs().contains(IndependentAxis.NONE);
      int kept = isSummed ? divisor(extent) : Math.min(extent, KEPT);
      for (int i = 0; i < inputs.size(); i++) {
        inputs.set(i, shortened(inputs.get(i), axis.inputs().get(i), kept));
      }
      for (int i = 0; i < results; i++) {
        if (axis.outputs().get(i) == IndependentAxis.NONE) {
          sums.set(i, sums.get(i) * extent / kept);
        }
      }
    }
    return new Periods(inputs, call.operation().types(inputs), sums);
  }

  private static int extent(IndependentAxis axis, List<TensorType> inputs) {
    return IntStream.range(0, inputs.size())
        .filter(i -> axis.inputs().get(i) != IndependentAxis.NONE)
        .map(i -> inputs.get(i).shape().dim(axis.inputs().get(i)))
        .findFirst()
        .orElseThrow();
  }

  /** The largest number of places that fits a whole number of times, or all of them. */
  private static int divisor(int extent) {
    return IntStream.iterate(KEPT_OF_SUMS, kept -> kept > 1, kept -> kept - 1)
        .filter(kept -> extent % kept == 0)
        .findFirst()
        .orElse(extent);
  }

  private static TensorType shortened(TensorType type, int axis, int kept) {
    return axis == IndependentAxis.NONE ? type : type.withShape(type.shape().with(axis, kept));
  }
}
