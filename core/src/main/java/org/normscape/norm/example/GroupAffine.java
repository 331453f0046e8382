package org.normscape.norm.example;

import java.util.List;
import org.normscape.ir.Shape;
import org.normscape.norm.ChannelGroups;

/** To what a scale and a shift of {@link GroupNorm} belong. */
public enum GroupAffine {
  /** To each channel: the paper, PyTorch, Keras, Flax, and ONNX since operator set 21. */
  CHANNEL {
    @Override
    Shape learned(ChannelGroups cut) {
      return Shape.of(cut.groups() * cut.size());
    }

    @Override
    Shape placed(ChannelGroups cut) {
      return cut.channels();
    }

    @Override
    List<Integer> axes(int group) {
      return List.of(group, group + 1);
    }
  },
  /** To each group: ONNX' operator set 18. */
  GROUP {
    @Override
    Shape learned(ChannelGroups cut) {
      return Shape.of(cut.groups());
    }

    @Override
    Shape placed(ChannelGroups cut) {
      return learned(cut);
    }

    @Override
    List<Integer> axes(int group) {
      return List.of(group);
    }
  };

  /** The extents of what is learned. */
  abstract Shape learned(ChannelGroups cut);

  /** The same, laid out as the axes of an input in groups. */
  abstract Shape placed(ChannelGroups cut);

  /** Along which axes of an input in groups they lie, whose groups are at this one. */
  abstract List<Integer> axes(int group);
}
