package org.normscape.bench.trainer;

import java.util.List;
import org.normscape.model.Vgg;

/**
 * The layers of a VGG, read from the paper a second time for those who write it down by hand.
 *
 * @param convolutionsByBlock how many convolutions each block has
 * @param denseLayers how many fully connected layers follow
 */
public record VggPlan(List<Integer> convolutionsByBlock, int denseLayers) {

  /**
   * Columns A, A, B and D of table 1 of Simonyan and Zisserman (2015).
   *
   * @throws IllegalArgumentException for a variant for ImageNet, which no rival has
   */
  public static VggPlan of(Vgg vgg) {
    return switch (vgg.variant()) {
      case VGG_A -> new VggPlan(List.of(1, 1, 2, 2, 2), 3);
      case VGG_11 -> new VggPlan(List.of(1, 1, 2, 2, 2), 1);
      case VGG_13 -> new VggPlan(List.of(2, 2, 2, 2, 2), 1);
      case VGG_16 -> new VggPlan(List.of(2, 2, 3, 3, 3), 1);
      case VGG_11_IMAGENET, VGG_13_IMAGENET, VGG_16_IMAGENET ->
          throw new IllegalArgumentException(
              "variant: must be one for 32×32 images, which rivals have, but it is %s."
                  .formatted(vgg.variant()));
    };
  }
}
