package org.normscape.contract.cases;

import static org.normscape.contract.cases.Derivatives.CHOSEN;
import static org.normscape.contract.cases.Sampler.normal;

import java.util.List;
import java.util.stream.Stream;
import org.normscape.composite.CrossEntropy;
import org.normscape.composite.Relu;

/**
 * The rows for every composite. Kernels are held against bodies in values and derivatives up to the
 * third; the derivatives of composites are composites, and so have their rows here too.
 */
public final class CompositeCases {

  private static final Tolerance CHAIN = Tolerance.overall(2e-5, 1e-12);

  private CompositeCases() {}

  /** All rows: whoever adds a composite adds rows here. */
  public static List<Case> all() {
    return Stream.of(rectifiers(), crossEntropies(), StandardizationCases.all())
        .flatMap(x -> x)
        .map(row -> row.within(CHAIN).upTo(3))
        .toList();
  }

  private static Stream<Case> rectifiers() {
    return Stream.of(
        Case.of("odd extents", new Relu(), Input.of(Sampler.awayFromZero(), 3, 5, 7)),
        Case.of("images", new Relu(), Input.of(Sampler.awayFromZero(), 2, 3, 4, 5)),
        Case.of("scalar", new Relu(), Input.of(Sampler.of(0.7))),
        Case.of("nothing flows at zero", new Relu(), Input.of(Sampler.of(0, -0.0, 1, -1), 8))
            .with(CHOSEN),
        Case.of("a diverged network is seen", new Relu(), Input.of(divergence(), 2, 3))
            .with(Derivatives.NONE));
  }

  private static Sampler divergence() {
    return Sampler.of(Double.NaN, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY, 1);
  }

  private static Stream<Case> crossEntropies() {
    return Stream.of(
        Case.of("ten classes", new CrossEntropy(), logits(normal(), 6, 10), labels(10, 6)),
        Case.of("two classes", new CrossEntropy(), logits(normal(), 5, 2), labels(2, 5)),
        Case.of("one class", new CrossEntropy(), logits(normal(), 3, 1), labels(1, 3)),
        Case.of("one example", new CrossEntropy(), logits(normal(), 1, 4), labels(4, 1)),
        Case.of("ties", new CrossEntropy(), logits(Sampler.whole(2), 6, 4), labels(4, 6)),
        Case.of("large logits", new CrossEntropy(), logits(large(), 5, 4), labels(4, 5))
            .with(CHOSEN));
  }

  private static Sampler large() {
    return Sampler.of(1000, -1000, 998, 3, 1e4);
  }

  private static Input logits(Sampler sampler, int n, int classes) {
    return Input.of(sampler, n, classes);
  }

  private static Input labels(int classes, int n) {
    return Input.int32(Sampler.whole(classes), n);
  }
}
