package org.normscape.composite;

import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;
import org.normscape.ir.Shape;
import org.normscape.ir.Tensor;

/** What a standardization takes away from its elements, and measures their deviation from. */
public enum Center {

  /** The mean of the group. */
  MEAN {
    /**
     * As the first element of each group and the mean of what is left without it: of a constant it
     * is the constant, and it keeps its digits where numbers lie far from 0. It does not depend on
     * what is taken away, through which nothing has to flow.
     */
    @Override
    Tensor of(Tensor x, List<Integer> keptAxes) {
      Shape shape = x.shape();
      List<Integer> reduced = shape.axesExcept(keptAxes);
      List<Integer> ones = Collections.nCopies(shape.rank(), 1);
      List<Integer> limit =
          IntStream.range(0, shape.rank())
              .mapToObj(axis -> keptAxes.contains(axis) ? shape.dim(axis) : 1)
              .toList();
      Tensor first =
          x.slice(Collections.nCopies(shape.rank(), 0), limit, ones)
              .reshape(shape.without(reduced))
              .stopGradient();
      return first.plus(x.minus(first.broadcast(shape, reduced)).mean(reduced));
    }
  },

  /** Zero: the elements are taken as they are. */
  ZERO {
    @Override
    Tensor of(Tensor x, List<Integer> keptAxes) {
      Shape groups = x.shape().without(x.shape().axesExcept(keptAxes));
      return x.trace().fill(0, x.type().withShape(groups));
    }
  };

  /** The center of each group of {@code x}, of its extents on the kept axes. */
  abstract Tensor of(Tensor x, List<Integer> keptAxes);
}
