package org.normscape.experiments.data;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.normscape.nn.Labels;

/**
 * Examples to train on and examples to test on.
 *
 * @param name the name under which the data set is known
 * @param train the examples to train on
 * @param test the examples to test on
 * @param classes the name of each class, in the order of the labels
 * @param sha256 the SHA-256, in hexadecimal, of each file or part that the examples came from
 */
public record Dataset(
    String name, Examples train, Examples test, List<String> classes, Map<String, String> sha256) {

  public Dataset {
    classes = List.copyOf(classes);
    sha256 = Collections.unmodifiableMap(new TreeMap<>(sha256));
    check(name + ", train", train, classes.size());
    check(name + ", test", test, classes.size());
  }

  private static void check(String what, Examples examples, int classes) {
    int[] labels = IntStream.range(0, examples.size()).map(examples::label).toArray();
    Labels.check(what, classes, labels);
  }

  /** The same data set with at most the first {@code train} and {@code test} examples. */
  public Dataset first(int train, int test) {
    return new Dataset(name, this.train.first(train), this.test.first(test), classes, sha256);
  }
}
