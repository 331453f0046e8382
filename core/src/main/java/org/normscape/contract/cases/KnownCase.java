package org.normscape.contract.cases;

import java.util.List;

/**
 * A row whose values are known without any backend of ours.
 *
 * @param subject the primitive or composite it is about
 * @param row a row whose results are scalars: a function of one number t and its derivatives at 0
 * @param values the right results, in order
 */
public record KnownCase(String subject, Case row, List<Double> values) {

  public KnownCase {
    values = List.copyOf(values);
  }
}
