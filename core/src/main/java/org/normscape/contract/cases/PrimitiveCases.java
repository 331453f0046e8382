package org.normscape.contract.cases;

import java.util.List;
import java.util.stream.Stream;

/** The rows for every primitive, each alone. */
public final class PrimitiveCases {

  private PrimitiveCases() {}

  /**
   * The rows that large kernels serve, of which libraries have one for each set of instructions.
   */
  public static List<Case> kernels() {
    return Stream.of(ContractionCases.all(), WindowCases.all()).flatMap(List::stream).toList();
  }

  /** The rows of all other primitives. */
  public static List<Case> others() {
    return Stream.of(ElementwiseCases.all(), ReductionCases.all(), LayoutCases.all())
        .flatMap(List::stream)
        .toList();
  }

  /** All rows. */
  public static List<Case> all() {
    return Stream.concat(others().stream(), kernels().stream()).toList();
  }
}
