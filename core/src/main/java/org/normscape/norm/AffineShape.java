package org.normscape.norm;

import java.util.List;
import java.util.stream.IntStream;

/** To what of an example {@code [n, …, c]} a scale and a shift belong. */
public enum AffineShape {
  /** To each channel: {@code [c]}. */
  CHANNEL {
    @Override
    public List<Integer> axes(int rank) {
      return List.of(rank - 1);
    }
  },
  /** To each element: the extents of an example, as in PyTorch's {@code LayerNorm}. */
  ELEMENT {
    @Override
    public List<Integer> axes(int rank) {
      return IntStream.range(1, rank).boxed().toList();
    }
  };

  /** The axes along which they lie, of an input with so many. */
  public abstract List<Integer> axes(int rank);
}
