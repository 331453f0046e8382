package org.normscape.probe.direction;

import java.util.List;
import org.normscape.ir.Shape;
import org.normscape.ir.Tensor;

/**
 * Which parts of a random direction get the norms of the parts of θ at the same places (Li et al.,
 * NeurIPS 2018, and their code), so that rescaling what a normalization rescales again does not
 * change how far a step is.
 */
public enum Granularity {
  /**
   * The weights of each output of a layer. Of a parameter with one axis, such as a bias, all of it
   * is one part.
   */
  FILTER {
    @Override
    Tensor normalize(Tensor d, Tensor w) {
      return perPart(d, w, summed(w.shape()));
    }

    private List<Integer> summed(Shape shape) {
      return shape.rank() < 2 ? shape.axes() : shape.axesExcept(-1);
    }
  },
  /** Each parameter of a layer. */
  LAYER {
    @Override
    Tensor normalize(Tensor d, Tensor w) {
      return perPart(d, w, w.shape().axes());
    }
  },
  /** Each number, which is multiplied with the number of θ: half of a norm is kept. */
  WEIGHT {
    @Override
    Tensor normalize(Tensor d, Tensor w) {
      return d.times(w.absolute());
    }
  };

  /** Writes one parameter's part of the direction. */
  abstract Tensor normalize(Tensor d, Tensor w);

  private static Tensor perPart(Tensor d, Tensor w, List<Integer> summed) {
    Tensor ratio = norm(w, summed).dividedBy(norm(d, summed));
    return d.times(ratio.broadcast(d.shape(), summed));
  }

  private static Tensor norm(Tensor x, List<Integer> summed) {
    return x.times(x).sum(summed).sqrt();
  }
}
