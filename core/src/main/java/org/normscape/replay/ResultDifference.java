package org.normscape.replay;

/**
 * A result of a program that differs between two backends.
 *
 * @param number which of the results, from 1
 * @param count how many there are
 * @param difference how it differs
 */
public record ResultDifference(int number, int count, ArrayDifference difference) {

  /** The same in a line, with the names of the two backends. */
  public String describe(String nameOfOne, String nameOfOther) {
    return "result %s of %s, %s: %s"
        .formatted(number, count, difference.type(), difference.describe(nameOfOne, nameOfOther));
  }
}
