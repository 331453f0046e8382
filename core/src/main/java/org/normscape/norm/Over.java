package org.normscape.norm;

import java.util.List;
import java.util.stream.IntStream;

/** Over which elements of an example {@code [n, …, c]} statistics are taken. */
public enum Over {
  /** All of them, those of all places and channels: layer normalization of the paper. */
  EXAMPLE {
    @Override
    public List<Integer> keptAxes(int rank) {
      return List.of(0);
    }
  },
  /** The channels at each place: {@code LayerNorm2d} of ConvNeXt, and of transformers. */
  PLACE {
    @Override
    public List<Integer> keptAxes(int rank) {
      return IntStream.range(0, rank - 1).boxed().toList();
    }
  };

  /** The axes over which no statistics are taken, of an input with so many. */
  public abstract List<Integer> keptAxes(int rank);
}
