package org.normscape.bench.measure;

import java.util.List;
import java.util.Map;

/** An answer with numbers that can be reckoned by hand. */
final class Samples {

  private static final Work WORK = Work.of("a step", () -> new Cost(10e9, 4e9));

  private Samples() {}

  /** Two rounds: ours takes 0.2 s and then 0.3 s, the rival twice that, or a second and more. */
  static Answer answer() {
    Case rival = Case.rival(WORK, "theirs", pace -> List.of());
    return new Answer(
        new Asked(),
        Scale.QUICK,
        2,
        List.of(
            outcome(Case.ours(WORK, "ours", pace -> List.of()), 0.2, 0.3),
            outcome(rival, 0.4, 0.6),
            outcome(rival.with(Allocator.DEFAULT), 1, 1.5),
            new Outcome(Case.ours(WORK, "broken", pace -> List.of()), List.of(), "It broke.")),
        new Ceiling(80e9, 20e9),
        Map.of("cpu", "some"));
  }

  private static Outcome outcome(Case asked, double first, double second) {
    return new Outcome(asked, List.of(visit(first), visit(second)), "");
  }

  private static Visit visit(double seconds) {
    return new Visit(List.of(seconds, seconds, seconds), 250e6);
  }

  /** A question that nobody can measure. */
  private record Asked() implements Question {

    @Override
    public String name() {
      return "step";
    }

    @Override
    public String sentence() {
      return "How long does a step take?";
    }

    @Override
    public List<Case> cases(Scale scale) {
      return List.of();
    }
  }
}
