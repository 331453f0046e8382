package org.normscape.contract.cases;

import java.util.List;
import java.util.stream.Stream;

/** The rows for every primitive, each alone. */
public final class PrimitiveCases {

  private PrimitiveCases() {}

  /** The rows of all primitives but matrix products and convolutions. */
  public static List<Case> others() {
    return Stream.of(
            ElementwiseCases.all(), ReductionCases.all(), LayoutCases.all(), WindowCases.all())
        .flatMap(List::stream)
        .toList();
  }

  /** All rows. */
  public static List<Case> all() {
    return Stream.concat(others().stream(), ContractionCases.all().stream()).toList();
  }
}
