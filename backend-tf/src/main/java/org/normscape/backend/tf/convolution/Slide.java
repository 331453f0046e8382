package org.normscape.backend.tf.convolution;

import org.normscape.ir.WindowShape;

/**
 * A window that slides along one axis of an image: one of the two halves of a window's geometry.
 *
 * @param axis the axis
 * @param length how many elements the window covers
 * @param stride how far it moves
 * @param low how many elements are put before the image
 * @param high how many elements are put after it
 */
record Slide(int axis, int length, int stride, int low, int high) {

  /** The half that slides down. */
  static Slide down(WindowShape window) {
    return new Slide(
        1,
        window.kernelHeight(),
        window.stride().height(),
        window.padding().top(),
        window.padding().bottom());
  }

  /** The half that slides across. */
  static Slide across(WindowShape window) {
    return new Slide(
        2,
        window.kernelWidth(),
        window.stride().width(),
        window.padding().left(),
        window.padding().right());
  }

  /** How often the window fits along an image of so many elements. */
  int places(int extent) {
    return (low + extent + high - length) / stride + 1;
  }

  /** Whether the windows lie side by side and cover nothing but the image. */
  boolean tiles() {
    return length == stride && low == 0 && high == 0;
  }

  /** Whether the element numbered {@code tap} of the window at {@code place} is in the image. */
  boolean isInside(int tap, int place, int extent) {
    int position = place * stride + tap - low;
    return position >= 0 && position < extent;
  }
}
