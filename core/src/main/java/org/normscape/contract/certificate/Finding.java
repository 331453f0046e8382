package org.normscape.contract.certificate;

import java.util.List;
import org.normscape.contract.Outcome;
import org.normscape.contract.Verdict;

/**
 * What was found about one primitive, composite or kind of program.
 *
 * @param subject its name
 * @param rows how many rows it was asked about in
 * @param outcomes how many answers were judged
 * @param wrong how many of them were not right
 * @param lowestOrder the lowest order of derivatives among them
 * @param highestOrder the highest one
 * @param difference the largest difference from what is right, relative to what is allowed
 * @param where the row in which it was
 * @param verdict the worst verdict
 * @param complaints some of the answers that were not right, the smallest geometry first
 */
public record Finding(
    String subject,
    int rows,
    int outcomes,
    int wrong,
    int lowestOrder,
    int highestOrder,
    double difference,
    String where,
    Verdict verdict,
    List<Outcome> complaints) {

  public Finding {
    complaints = List.copyOf(complaints);
  }

  /** Whether every answer was right. */
  public boolean isRight() {
    return verdict == Verdict.RIGHT;
  }
}
