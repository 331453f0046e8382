package org.normscape.experiments.data.source;

import java.util.stream.IntStream;
import org.normscape.experiments.data.example.Images;

/** The values of one image, row-major, from 0 to 1. */
final class Pixels {

  private Pixels() {}

  static double[] of(Images images, int example) {
    int width = images.shape().dim(1);
    int channels = images.shape().dim(2);
    return IntStream.range(0, images.shape().size())
        .mapToDouble(
            i ->
                images.intensity(example, i / channels / width, i / channels % width, i % channels)
                    / 255.0)
        .toArray();
  }
}
