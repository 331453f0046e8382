package org.normscape.contract;

import java.util.List;
import java.util.stream.Stream;

/** The rows for every primitive, each alone. */
public final class PrimitiveCases {

  private PrimitiveCases() {}

  /** All rows. */
  public static List<Case> all() {
    return Stream.of(
            ElementwiseCases.all(),
            ReductionCases.all(),
            ContractionCases.all(),
            LayoutCases.all(),
            WindowCases.all())
        .flatMap(List::stream)
        .toList();
  }
}
