package org.normscape.experiments.data;

import static org.normscape.experiments.data.Examples.CHANNELS;
import static org.normscape.experiments.data.Examples.SIDE;

import org.normscape.random.RandomStream;

/** How an image is varied each time it is drawn. */
public enum Augmentation {
  /** Not at all. */
  NONE {
    @Override
    View view(RandomStream random) {
      return View.IDENTITY;
    }
  },
  /**
   * Four pixels of the mean colour are put around the image, a 32×32 part is cut out at random, and
   * half of the images are mirrored (He et al., "Deep Residual Learning", 2015, §4.2).
   */
  PAD_CROP_FLIP {
    @Override
    View view(RandomStream random) {
      int down = random.nextInt(2 * PAD + 1) - PAD;
      int right = random.nextInt(2 * PAD + 1) - PAD;
      return new View(down, right, random.nextInt(2) == 1);
    }
  };

  private static final int PAD = 4;

  /** Draws how the next image is looked at. */
  abstract View view(RandomStream random);

  /**
   * Which part of an image is seen.
   *
   * @param down the row of the image that comes first
   * @param right the column of the image that comes first
   * @param mirrored whether left and right are exchanged afterwards
   */
  record View(int down, int right, boolean mirrored) {

    static final View IDENTITY = new View(0, 0, false);

    /** Writes the standardized image; what lies outside of it is 0, the mean. */
    void copy(Examples examples, int example, Standardization standard, float[] to, int start) {
      int at = start;
      for (int row = down; row < down + SIDE; row++) {
        for (int i = 0; i < SIDE; i++) {
          int column = right + (mirrored ? SIDE - 1 - i : i);
          boolean inside = row >= 0 && row < SIDE && column >= 0 && column < SIDE;
          for (int channel = 0; channel < CHANNELS; channel++) {
            to[at++] =
                inside
                    ? standard.apply(channel, examples.intensity(example, row, column, channel))
                    : 0;
          }
        }
      }
    }
  }
}
