package org.normscape.experiments.data.generate;

import org.normscape.random.RandomStream;

/**
 * An image of stripes before it is painted: a ground, a patch whose direction is the class, a
 * weaker one of any direction, and noise.
 */
public final class Scene {

  /** The height and the width of an image. */
  public static final int SIDE = 32;

  /** Red, green and blue. */
  public static final int CHANNELS = 3;

  private static final int LEVELS = 1 << 10;

  private final Colour ground;
  private final Patch patch;
  private final Patch distractor;
  private final double noise;

  private Scene(Colour ground, Patch patch, Patch distractor, double noise) {
    this.ground = ground;
    this.patch = patch;
    this.distractor = distractor;
    this.noise = noise;
  }

  /** A scene of one of so many classes, whose directions divide half a turn. */
  public static Scene draw(RandomStream random, int label, int classes) {
    double direction = (label + between(random, -0.5, 0.5)) / classes;
    return new Scene(
        Colour.draw(random, 0.25, 0.75),
        Patch.draw(random, direction, between(random, 0.15, 0.5)),
        Patch.draw(random, random.nextUniform(), between(random, 0.1, 0.3)),
        between(random, 0.05, 0.3));
  }

  /** Writes the image into {@code pixels}, from {@code start} on. */
  public void paint(RandomStream random, byte[] pixels, int start) {
    double[] main = patch.render();
    double[] other = distractor.render();
    for (int i = 0; i < main.length; i++) {
      int bits = random.nextInt();
      for (int channel = 0; channel < CHANNELS; channel++) {
        double grain = ((bits >>> (10 * channel)) & (LEVELS - 1)) / (LEVELS / 2.0) - 1;
        double value =
            ground.channel(channel)
                + main[i] * patch.colour.channel(channel)
                + other[i] * distractor.colour.channel(channel)
                + noise * grain;
        double intensity = 255 * Math.max(0, Math.min(1, value));
        pixels[start + i * CHANNELS + channel] = (byte) StrictMath.rint(intensity);
      }
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

    /**
     * The stripes {@code [32, 32]}: {@code exp(−(x² + y²) / 2r²) · sin(down · y + across · x +
     * phase)}, written as a sum of two products of a function of the row and a function of the
     * column.
     */
    double[] render() {
      double[] stripes = new double[SIDE * SIDE];
      double[] even = new double[SIDE];
      double[] odd = new double[SIDE];
      for (int j = 0; j < SIDE; j++) {
        double x = j - column;
        even[j] = window(x) * StrictMath.cos(across * x);
        odd[j] = window(x) * StrictMath.sin(across * x);
      }
      for (int i = 0; i < SIDE; i++) {
        double y = i - row;
        double sine = window(y) * StrictMath.sin(down * y + phase);
        double cosine = window(y) * StrictMath.cos(down * y + phase);
        for (int j = 0; j < SIDE; j++) {
          stripes[i * SIDE + j] = sine * even[j] + cosine * odd[j];
        }
      }
      return stripes;
    }

    private double window(double distance) {
      return StrictMath.exp(-distance * distance / (2 * radius * radius));
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
