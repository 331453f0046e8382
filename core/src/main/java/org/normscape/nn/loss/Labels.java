package org.normscape.nn.loss;

/**
 * The check that labels name classes. Programs cannot throw: where a label lies outside, {@link
 * SoftmaxCrossEntropy} is NaN. So labels are checked once, before they go to a device.
 */
public final class Labels {

  private Labels() {}

  /**
   * Checks that each label is in {@code [0, classes)}.
   *
   * @param what whose labels they are, for the message
   * @throws IllegalArgumentException when one is not
   */
  public static void check(String what, int classes, int... labels) {
    for (int i = 0; i < labels.length; i++) {
      if (labels[i] < 0 || labels[i] >= classes) {
        throw new IllegalArgumentException(
            "%s: labels must be from 0 to %s, since there are %s classes, but label %s is %s. To fix: number the classes from 0, or make as many logits as there are classes."
                .formatted(what, classes - 1, classes, i, labels[i]));
      }
    }
  }
}
