package org.normscape.ir;

import java.util.ArrayList;
import java.util.List;

/**
 * The geometry of a convolution and of its adjoints, for whoever lowers them.
 *
 * @param image {@code [n,h,w,c]}
 * @param filter {@code [kH,kW,c,o]}
 * @param stride the steps of the filter
 * @param padding what is put around the image
 */
public record ConvolutionShape(Shape image, Shape filter, Stride stride, Padding padding) {

  /**
   * One element of the filter, and where it lies on the image and not on padding.
   *
   * @param row its row in the filter
   * @param column its column in the filter
   * @param rows where it meets rows of the image
   * @param columns where it meets columns of the image
   */
  public record Tap(int row, int column, Overlap rows, Overlap columns) {

    /** At how many places of the filter it lies on the image. */
    public int places() {
      return rows.count() * columns.count();
    }
  }

  /** The height of the filters. */
  public int kernelHeight() {
    return filter.dim(0);
  }

  /** The width of the filters. */
  public int kernelWidth() {
    return filter.dim(1);
  }

  /** The number of numbers under the filter at one place. */
  public int window() {
    return kernelHeight() * kernelWidth() * filter.dim(2);
  }

  /** The result {@code [n,h',w',o]}. */
  public Shape output() {
    return Shape.of(image.dim(0), outputHeight(), outputWidth(), filter.dim(3));
  }

  /** The number of places of the filters from top to bottom. */
  public int outputHeight() {
    return (padded().dim(1) - kernelHeight()) / stride.height() + 1;
  }

  /** The number of places of the filters from left to right. */
  public int outputWidth() {
    return (padded().dim(2) - kernelWidth()) / stride.width() + 1;
  }

  /** The image with its padding. */
  public Shape padded() {
    return image
        .with(1, image.dim(1) + padding.top() + padding.bottom())
        .with(2, image.dim(2) + padding.left() + padding.right());
  }

  /** The same places on an image that already has its padding. */
  public ConvolutionShape explicit() {
    return new ConvolutionShape(padded(), filter, stride, Padding.NONE);
  }

  /** The elements of the filter, row by row. */
  public List<Tap> taps() {
    List<Tap> taps = new ArrayList<>();
    for (int row = 0; row < kernelHeight(); row++) {
      for (int column = 0; column < kernelWidth(); column++) {
        taps.add(
            new Tap(
                row,
                column,
                Overlap.of(row, stride.height(), padding.top(), image.dim(1), outputHeight()),
                Overlap.of(column, stride.width(), padding.left(), image.dim(2), outputWidth())));
      }
    }
    return taps;
  }

  /** The share of the image in what the filter meets; the rest is padding. */
  public double share() {
    double met = taps().stream().mapToDouble(Tap::places).sum();
    return met / ((double) kernelHeight() * kernelWidth() * outputHeight() * outputWidth());
  }

  /** What is put before each axis of the image. */
  public List<Integer> low() {
    return List.of(0, padding.top(), padding.left(), 0);
  }

  /** What is put behind each axis of the image. */
  public List<Integer> high() {
    return List.of(0, padding.bottom(), padding.right(), 0);
  }

  /** Whether the input gradient is itself a convolution, of the cotangent. */
  public boolean isTurnable() {
    return stride.height() == 1
        && stride.width() == 1
        && Math.max(padding.top(), padding.bottom()) < kernelHeight()
        && Math.max(padding.left(), padding.right()) < kernelWidth();
  }

  /** What that convolution puts around the cotangent. */
  public Padding turnedPadding() {
    return new Padding(
        kernelHeight() - 1 - padding.top(),
        kernelHeight() - 1 - padding.bottom(),
        kernelWidth() - 1 - padding.left(),
        kernelWidth() - 1 - padding.right());
  }
}
