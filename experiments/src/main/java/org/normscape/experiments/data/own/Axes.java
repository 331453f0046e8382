package org.normscape.experiments.data.own;

import org.normscape.ir.Shape;

/** The order of the axes of images in an array. */
public enum Axes {
  /** {@code [n, height, width, channels]}, as TensorFlow has them. */
  CHANNELS_LAST {
    @Override
    Shape here(Shape image) {
      return image;
    }

    @Override
    int place(int element, Shape image) {
      return element;
    }
  },
  /** {@code [n, channels, height, width]}, as PyTorch has them. */
  CHANNELS_FIRST {
    @Override
    Shape here(Shape image) {
      return Shape.of(image.dim(1), image.dim(2), image.dim(0));
    }

    @Override
    int place(int element, Shape image) {
      int channels = image.dim(0);
      return element % channels * image.dim(1) * image.dim(2) + element / channels;
    }
  };

  /** The shape {@code [height, width, channels]} of an image that the array has in this shape. */
  abstract Shape here(Shape image);

  /** The place in an image of the array of an element of {@code [height, width, channels]}. */
  abstract int place(int element, Shape image);
}
