package org.normscape.experiments.data;

import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;
import org.normscape.experiments.data.example.Examples;
import org.normscape.experiments.data.example.Standardization;
import org.normscape.ir.Shape;
import org.normscape.nn.loss.Loss;

/**
 * Examples to train on and examples of the same kind to test on.
 *
 * @param name the name under which the data set is known
 * @param train the examples to train on
 * @param test the examples to test on
 * @param sha256 the SHA-256, in hexadecimal, of each file or part that the examples came from
 */
public record Dataset(String name, Examples train, Examples test, Map<String, String> sha256) {

  public Dataset {
    sha256 = Collections.unmodifiableMap(new TreeMap<>(sha256));
    same(name, "inputs", train.inputs().shape(), test.inputs().shape());
    same(name, "targets", train.targets().describe(), test.targets().describe());
  }

  private static void same(String name, String what, Object train, Object test) {
    if (!train.equals(test)) {
      throw new IllegalArgumentException(
          "%s: %s must be of one kind, but to train on they are %s and to test on %s. To fix: read both parts alike."
              .formatted(name, what, train, test));
    }
  }

  /** The same data set with at most the first {@code train} and {@code test} examples. */
  public Dataset first(int train, int test) {
    return new Dataset(name, this.train.first(train), this.test.first(test), sha256);
  }

  /** The shape of one input, channels last. */
  public Shape input() {
    return train.inputs().shape();
  }

  /** How many numbers a network has to give for each example: one for each class, or element. */
  public int outputs() {
    return train.targets().outputs();
  }

  /** The loss that belongs to the targets. */
  public Loss loss() {
    return train.targets().loss();
  }

  /** What brings each channel of the training inputs to mean 0 and deviation 1. */
  public Standardization standardization() {
    return train.inputs().standardization();
  }
}
