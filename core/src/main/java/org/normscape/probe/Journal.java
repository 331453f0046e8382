package org.normscape.probe;

import java.util.function.Supplier;
import org.normscape.params.Parameters;

/**
 * Where the rows of a long measurement are kept while it goes on: one that was interrupted measures
 * those alone that are missing.
 */
@FunctionalInterface
public interface Journal {

  /** Keeps nothing: every row is measured. */
  Journal NONE = (row, measured) -> measured.get();

  /**
   * One row among those of a measurement.
   *
   * @param measurement what decides every number of the measurement, as a fingerprint: rows of
   *     another one are none of it
   * @param number which row, from 0
   * @param of how many rows there are
   */
  record Row(String measurement, int number, int of) {}

  /**
   * A row as it was kept; or as it is measured now, and kept from now on.
   *
   * @param measured measures it: numbers by name
   */
  Parameters<Double> row(Row row, Supplier<Parameters<Double>> measured);
}
