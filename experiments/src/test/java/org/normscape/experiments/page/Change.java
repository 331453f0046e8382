package org.normscape.experiments.page;

import java.util.function.IntToDoubleFunction;
import org.normscape.ir.Shape;

/** A change of numbers {@code [n, …, c]} that a normalization may not see. */
enum Change {
  /** All are multiplied with the same positive number. */
  SCALE_OF_ALL("all", true) {
    @Override
    double amount(int example, int channel) {
      return 3;
    }
  },
  /** Each channel is multiplied with a positive number of its own. */
  SCALE_OF_CHANNELS("each channel", true) {
    @Override
    double amount(int example, int channel) {
      return 2 + Math.sin(channel);
    }
  },
  /** Each example is multiplied with a positive number of its own. */
  SCALE_OF_EXAMPLES("each example", true) {
    @Override
    double amount(int example, int channel) {
      return 2 + Math.sin(example);
    }
  },
  /** The same number is added to all. */
  SHIFT_OF_ALL("all", false) {
    @Override
    double amount(int example, int channel) {
      return 0.7;
    }
  },
  /** A number of its own is added to each channel, as a bias does. */
  SHIFT_OF_CHANNELS("each channel", false) {
    @Override
    double amount(int example, int channel) {
      return Math.sin(channel);
    }
  },
  /** A number of its own is added to each example. */
  SHIFT_OF_EXAMPLES("each example", false) {
    @Override
    double amount(int example, int channel) {
      return Math.sin(example);
    }
  };

  private final String of;
  private final boolean multiplies;

  Change(String of, boolean multiplies) {
    this.of = of;
    this.multiplies = multiplies;
  }

  /** What is changed, in words. */
  String of() {
    return of;
  }

  /** Whether it multiplies, and does not add. */
  boolean multiplies() {
    return multiplies;
  }

  /** What an element is multiplied with, or what is added to it. */
  abstract double amount(int example, int channel);

  /** The numbers changed. */
  double[] applied(double[] numbers, Shape shape) {
    int example = shape.size() / shape.dim(0);
    IntToDoubleFunction amount = i -> amount(i / example, i % shape.dim(-1));
    double[] changed = numbers.clone();
    for (int i = 0; i < changed.length; i++) {
      changed[i] =
          multiplies ? changed[i] * amount.applyAsDouble(i) : changed[i] + amount.applyAsDouble(i);
    }
    return changed;
  }
}
