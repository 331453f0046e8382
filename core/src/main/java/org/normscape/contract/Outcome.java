package org.normscape.contract;

import java.io.Serializable;
import org.normscape.ir.DType;

/**
 * What came of one thing that was asked of a backend.
 *
 * @param subject what the row is about: the name of a primitive or composite, or of a kind of
 *     program
 * @param row the name of the row
 * @param asked what was asked: values, derivatives, finite differences, ...
 * @param order the order of the derivative, 0 for values
 * @param dtype the type it was computed in
 * @param difference the largest difference from what is right, relative to what is allowed
 * @param verdict what came of it
 * @param message what is wrong, in words; empty when nothing is
 */
public record Outcome(
    String subject,
    String row,
    String asked,
    int order,
    DType dtype,
    double difference,
    Verdict verdict,
    String message)
    implements Serializable {

  /** Whether the numbers are right. */
  public boolean isRight() {
    return verdict == Verdict.RIGHT;
  }
}
