package org.normscape.experiments.data;

import static org.normscape.experiments.data.Examples.CHANNELS;
import static org.normscape.experiments.data.Examples.SIDE;

import org.normscape.random.RandomStream;

/**
 * One image of the procedural data set before it is painted: a ground, a patch whose direction is
 * the class, a weaker one of any direction, and noise.
 */
record Scene(Colour ground, Patch patch, Patch distractor, double noise) {

  private static final int LEVELS = 1 << 10;

  static Scene draw(RandomStream random, int label) {
    double direction = (label + between(random, -0.5, 0.5)) / Procedural.CLASSES;
    return new Scene(
        Colour.draw(random, 0.25, 0.75),
        Patch.draw(random, direction, between(random, 0.15, 0.5)),
        Patch.draw(random, random.nextUniform(), between(random, 0.1, 0.3)),
        between(random, 0.05, 0.3));
  }

  /** Writes the three channels of one pixel. */
  void paint(RandomStream random, int row, int column, byte[] pixels, int at) {
    double main = patch.at(row, column);
    double other = distractor.at(row, column);
    int bits = random.nextInt();
    for (int channel = 0; channel < CHANNELS; channel++) {
      double grain = (bits >>> (10 * channel) & (LEVELS - 1)) / (LEVELS / 2.0) - 1;
      double value =
          ground.channel(channel)
              + main * patch.colour.channel(channel)
              + other * distractor.colour.channel(channel)
              + noise * grain;
      pixels[at + channel] = (byte) StrictMath.rint(255 * Math.max(0, Math.min(1, value)));
    }
  }

  private static double between(RandomStream random, double low, double high) {
    return low + (high - low) * random.nextUniform();
  }

  /**
   * Stripes under a Gaussian window.
   *
   * @param down the wave number along the rows, in radians a pixel
   * @param across the wave number along the columns, in radians a pixel
   * @param colour what the stripes add to each channel at their crest
   */
  private record Patch(
      double row,
      double column,
      double radius,
      double down,
      double across,
      double phase,
      Colour colour) {

    static Patch draw(RandomStream random, double halfTurns, double contrast) {
      double angle = StrictMath.PI * halfTurns;
      double wave = 2 * StrictMath.PI / between(random, 4, 9);
      Colour colour = Colour.draw(random, -1, 1);
      return new Patch(
          between(random, 8, SIDE - 8),
          between(random, 8, SIDE - 8),
          between(random, 5, 10),
          wave * StrictMath.sin(angle),
          wave * StrictMath.cos(angle),
          2 * StrictMath.PI * random.nextUniform(),
          colour.scaled(contrast / colour.length()));
    }

    double at(int atRow, int atColumn) {
      double y = atRow - row;
      double x = atColumn - column;
      double window = StrictMath.exp(-(x * x + y * y) / (2 * radius * radius));
      return window * StrictMath.sin(down * y + across * x + phase);
    }
  }

  /** One number for each channel. */
  private record Colour(double red, double green, double blue) {

    static Colour draw(RandomStream random, double low, double high) {
      return new Colour(
          between(random, low, high), between(random, low, high), between(random, low, high));
    }

    double channel(int channel) {
      return channel == 0 ? red : channel == 1 ? green : blue;
    }

    double length() {
      return StrictMath.sqrt(red * red + green * green + blue * blue);
    }

    Colour scaled(double factor) {
      return new Colour(factor * red, factor * green, factor * blue);
    }
  }
}
