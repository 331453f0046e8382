package org.normscape.bench.measure;

import java.util.Arrays;
import java.util.List;
import java.util.Map;

/** An answer with numbers that can be reckoned by hand. */
final class Samples {

  private static final Work WORK = Work.of("a step", () -> new Cost(10e9, 4e9));

  private Samples() {}

  /** Two rounds: ours takes 0.2 s and then 0.3 s, the rival twice that, or a second and more. */
  static Answer answer() {
    Case rival = Case.rival(WORK, "theirs", Samples::unasked);
    return answer(
        outcome(Case.ours(WORK, "ours", Samples::unasked), 0.2, 0.3),
        outcome(rival, 0.4, 0.6),
        outcome(rival.with(Allocator.DEFAULT), 1, 1.5),
        new Outcome(Case.ours(WORK, "broken", Samples::unasked), List.of(), "It broke."));
  }

  /** These outcomes in two rounds. */
  static Answer answer(Outcome... outcomes) {
    return new Answer(
        new Asked(),
        Effort.QUICK,
        2,
        List.of(outcomes),
        new Ceiling(80e9, 20e9),
        Map.of("cpu", "some"));
  }

  /** One of ours that takes 0.2 s in each round, and sees these losses. */
  static Outcome ours(String name, Witness... rounds) {
    return watched(Case.ours(WORK, name, Samples::unasked), rounds);
  }

  /** A rival that takes 0.2 s in each round, and sees these losses. */
  static Outcome rival(String name, Witness... rounds) {
    return watched(Case.rival(WORK, name, Samples::unasked), rounds);
  }

  private static Outcome watched(Case asked, Witness... rounds) {
    return new Outcome(asked, Arrays.stream(rounds).map(w -> visit(0.2, w)).toList(), "");
  }

  private static Outcome outcome(Case asked, double first, double second) {
    return new Outcome(asked, List.of(visit(first, Witness.NONE), visit(second, Witness.NONE)), "");
  }

  private static Visit visit(double seconds, Witness witness) {
    return new Visit(List.of(seconds, seconds, seconds), 250e6, witness);
  }

  private static Visit unasked(Pace pace) {
    throw new AssertionError("nothing is measured at " + pace);
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
    public List<Case> cases(Effort scale) {
      return List.of();
    }
  }
}
