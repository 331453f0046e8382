package org.normscape.experiments.data.example;

import java.util.Arrays;
import java.util.List;
import org.normscape.nn.loss.Labels;
import org.normscape.nn.loss.Loss;
import org.normscape.nn.loss.LossReduction;
import org.normscape.nn.loss.SoftmaxCrossEntropy;

/**
 * A class for each example. A network gives a logit for each class, and its loss is the mean
 * softmax cross-entropy. Immutable.
 */
public final class ClassLabels implements Targets {

  private final int[] labels;
  private final List<String> classes;
  private final int size;

  private ClassLabels(int[] labels, List<String> classes, int size) {
    this.labels = labels;
    this.classes = classes;
    this.size = size;
  }

  /**
   * Labels that are checked.
   *
   * @param what whose labels they are, for the message
   * @param labels {@code [n]}, places in {@code classes}
   * @param classes the name of each class
   * @throws IllegalArgumentException when a label is that of no class
   */
  public static ClassLabels of(String what, int[] labels, List<String> classes) {
    Labels.check(what, classes.size(), labels);
    return new ClassLabels(labels.clone(), List.copyOf(classes), labels.length);
  }

  /** As {@link #of(String, int[], List)}, from bytes 0 to 255. */
  public static ClassLabels of(String what, byte[] labels, List<String> classes) {
    int[] wide = new int[labels.length];
    Arrays.setAll(wide, i -> Byte.toUnsignedInt(labels[i]));
    return of(what, wide, classes);
  }

  /** The name of each class, in the order of the labels. */
  public List<String> classes() {
    return classes;
  }

  /** The class of an example, as a place in {@link #classes}. */
  public int label(int example) {
    if (example < 0 || example >= size) {
      throw new IndexOutOfBoundsException(
          "ClassLabels: an index must lie in [0, %s), but it is %s. To fix: count from 0."
              .formatted(size, example));
    }
    return labels[example];
  }

  @Override
  public int size() {
    return size;
  }

  @Override
  public ClassLabels first(int count) {
    return new ClassLabels(labels, classes, Math.min(count, size));
  }

  @Override
  public Numbers take(int[] order) {
    return Numbers.of(Arrays.stream(order).map(this::label).toArray());
  }

  @Override
  public int outputs() {
    return classes.size();
  }

  @Override
  public Loss loss() {
    return new SoftmaxCrossEntropy(LossReduction.MEAN);
  }

  @Override
  public String describe() {
    return classes.size() + " classes";
  }
}
