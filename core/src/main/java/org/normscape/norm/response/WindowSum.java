package org.normscape.norm.response;

/** What of the squares in a window counts in {@link LocalResponseNorm}. */
public enum WindowSum {
  /** Their sum: Krizhevsky et al. (2012), TensorFlow. */
  SUM {
    @Override
    double weight(int size) {
      return 1;
    }
  },
  /** Their sum divided by the size of the window, whatever of it lies outside: PyTorch, ONNX. */
  MEAN {
    @Override
    double weight(int size) {
      return 1.0 / size;
    }
  };

  abstract double weight(int size);
}
