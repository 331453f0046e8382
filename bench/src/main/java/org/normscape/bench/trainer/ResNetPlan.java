package org.normscape.bench.trainer;

import java.util.List;
import java.util.stream.IntStream;
import org.normscape.model.ResNet;

/** The blocks of a residual network, read from the paper a second time. */
public final class ResNetPlan {

  private static final int STAGES = 3;

  private ResNetPlan() {}

  /**
   * A residual block.
   *
   * @param number its place, from 1
   * @param channels the channels of its output
   * @param stride 2 where the image is halved, otherwise 1
   */
  public record Block(int number, int channels, int stride) {}

  /** Section 4.2 of He et al. (2016): three stages, of which the last two halve the image. */
  public static List<Block> of(ResNet resNet) {
    int each = (resNet.depth() - 2) / 6;
    return IntStream.range(0, STAGES * each)
        .mapToObj(
            i -> new Block(i + 1, resNet.width() << (i / each), i >= each && i % each == 0 ? 2 : 1))
        .toList();
  }
}
