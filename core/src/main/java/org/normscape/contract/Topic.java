package org.normscape.contract;

import java.util.List;
import java.util.function.Supplier;
import org.normscape.ir.DType;

/**
 * What a question is about.
 *
 * @param subject the name of a primitive or composite, or of a kind of program
 * @param row the name of the row
 * @param asked what is asked of it
 * @param order the lowest order of derivatives asked for
 * @param dtype the type it is computed in
 */
public record Topic(String subject, String row, String asked, int order, DType dtype) {

  /** The outcome of a comparison. */
  public Outcome outcome(String asked, int order, Agreement agreement) {
    return new Outcome(
        subject,
        row,
        asked,
        order,
        dtype,
        agreement.difference(),
        agreement.holds() ? Verdict.RIGHT : Verdict.WRONG,
        agreement.complaint());
  }

  /** The outcome of a comparison, in what is asked first of all. */
  public Outcome outcome(Agreement agreement) {
    return outcome(asked, order, agreement);
  }

  /** The outcomes that are given or, when the backend throws, that it did. */
  public List<Outcome> guarded(Supplier<List<Outcome>> outcomes) {
    try {
      return outcomes.get();
    } catch (RuntimeException | LinkageError e) {
      return List.of(failed("the backend threw " + e));
    }
  }

  /** The outcome when there are no numbers, and why. */
  public Outcome failed(String reason) {
    return new Outcome(
        subject,
        row,
        asked,
        order,
        dtype,
        Double.POSITIVE_INFINITY,
        Verdict.FAILED,
        "%s: must be computed, but %s".formatted(row, reason));
  }

  /** The name of the question within its row. */
  public String name() {
    return "%s %s".formatted(asked, dtype);
  }
}
