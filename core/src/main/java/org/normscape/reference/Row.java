package org.normscape.reference;

/** Numbers of an array, equally far apart: the left side of every product. */
final class Row {

  private final double[] numbers;
  private final int start;
  private final int step;
  private final int count;

  /**
   * A view of an array.
   *
   * @param numbers where the row stands
   * @param start where its first number stands
   * @param step how far two numbers are apart
   * @param count how many there are
   */
  Row(double[] numbers, int start, int step, int count) {
    this.numbers = numbers;
    this.start = start;
    this.step = step;
    this.count = count;
  }

  private double at(int index) {
    return numbers[start + index * step];
  }

  /**
   * Adds this row times a matrix to {@code width} sums. Four rows of the matrix at once are added
   * in their order, which saves reading and writing the sums.
   */
  void multiply(double[] matrix, int first, double[] sums, int to, int width) {
    int k = 0;
    for (; k + 4 <= count; k += 4) {
      addFour(k, matrix, first + k * width, sums, to, width);
    }
    for (; k < count; k++) {
      double value = at(k);
      int row = first + k * width;
      for (int j = 0; j < width; j++) {
        sums[to + j] += value * matrix[row + j];
      }
    }
  }

  private void addFour(int k, double[] matrix, int row, double[] sums, int to, int width) {
    double a = at(k);
    double b = at(k + 1);
    double c = at(k + 2);
    double d = at(k + 3);
    for (int j = 0; j < width; j++) {
      int i = row + j;
      sums[to + j] =
          sums[to + j]
              + a * matrix[i]
              + b * matrix[i + width]
              + c * matrix[i + 2 * width]
              + d * matrix[i + 3 * width];
    }
  }
}
