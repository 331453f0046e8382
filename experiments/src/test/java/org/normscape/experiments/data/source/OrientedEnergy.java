package org.normscape.experiments.data.source;

import org.normscape.experiments.data.example.Images;

/**
 * What one convolution, a square and global pooling see: the energy of an image under filters of
 * twenty directions. It stands in for a small convolutional network.
 */
final class OrientedEnergy {

  private static final int SIDE = 32;
  private static final int CHANNELS = 3;
  private static final int DIRECTIONS = 20;
  private static final double WAVE_NUMBER = 2 * Math.PI / 6;
  private static final int REACH = 4;
  private static final int STRIDE = 3;
  private static final int WIDTH = 2 * REACH + 1;
  private static final double[][] EVEN = new double[DIRECTIONS][WIDTH * WIDTH];
  private static final double[][] ODD = new double[DIRECTIONS][WIDTH * WIDTH];

  static {
    for (int i = 0; i < DIRECTIONS; i++) {
      double down = WAVE_NUMBER * Math.sin(Math.PI * i / DIRECTIONS);
      double across = WAVE_NUMBER * Math.cos(Math.PI * i / DIRECTIONS);
      for (int at = 0; at < WIDTH * WIDTH; at++) {
        int y = at / WIDTH - REACH;
        int x = at % WIDTH - REACH;
        double window = Math.exp(-(x * x + y * y) / 8.0);
        EVEN[i][at] = window * Math.cos(down * y + across * x);
        ODD[i][at] = window * Math.sin(down * y + across * x);
      }
    }
  }

  private OrientedEnergy() {}

  static double[] features(Images images, int example) {
    double[] image = Pixels.of(images, example);
    double[] features = new double[DIRECTIONS];
    double total = 0;
    for (int i = 0; i < DIRECTIONS; i++) {
      for (int row = 0; row <= SIDE - WIDTH; row += STRIDE) {
        for (int column = 0; column <= SIDE - WIDTH; column += STRIDE) {
          features[i] += energy(image, row, column, i);
        }
      }
      total += features[i];
    }
    for (int i = 0; i < DIRECTIONS; i++) {
      features[i] *= DIRECTIONS / total;
    }
    return features;
  }

  private static double energy(double[] image, int row, int column, int direction) {
    double even = 0;
    double odd = 0;
    for (int at = 0; at < WIDTH * WIDTH; at++) {
      int y = row + at / WIDTH;
      int x = column + at % WIDTH;
      double green = image[(y * SIDE + x) * CHANNELS + 1];
      even += EVEN[direction][at] * green;
      odd += ODD[direction][at] * green;
    }
    return even * even + odd * odd;
  }
}
