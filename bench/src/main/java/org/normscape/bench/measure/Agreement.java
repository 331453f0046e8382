package org.normscape.bench.measure;

import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.normscape.bench.measure.Witness.Difference;

/**
 * Whether the contenders at one piece of work compute the same numbers.
 *
 * <p>The yardstick is what the first of ours saw in its first process. A rival that saw something
 * else in any process is wrong, unless the yardstick itself is in doubt: because one of ours saw
 * something else too, or because every rival did, of two or more.
 */
final class Agreement {

  private final List<Outcome> outcomes;
  private final String yardstick;
  private final Witness expected;
  private final boolean disputed;

  private Agreement(List<Outcome> outcomes, String yardstick, Witness expected) {
    this.outcomes = outcomes;
    this.yardstick = yardstick;
    this.expected = expected;
    this.disputed = isDoubtedByOurs() || isDoubtedByAllRivals();
  }

  /** That of the outcomes of one piece of work. */
  static Agreement of(Collection<Outcome> work) {
    List<Outcome> outcomes = work.stream().filter(Outcome::isWitnessed).toList();
    return outcomes.stream()
        .filter(isA(Role.OURS))
        .findFirst()
        .map(first -> new Agreement(outcomes, first.asked().label(), first.witness()))
        .orElseGet(() -> new Agreement(List.of(), "", Witness.NONE));
  }

  private static Predicate<Outcome> isA(Role role) {
    return outcome -> outcome.asked().role() == role;
  }

  private boolean isDoubtedByOurs() {
    return outcomes.stream().filter(isA(Role.OURS)).anyMatch(this::differs);
  }

  private boolean isDoubtedByAllRivals() {
    Map<String, Boolean> differing =
        outcomes.stream()
            .filter(isA(Role.RIVAL))
            .collect(
                Collectors.toMap(o -> o.asked().contender(), this::differs, Boolean::logicalOr));
    return differing.size() > 1 && !differing.containsValue(false);
  }

  private boolean differs(Outcome outcome) {
    return !outcome.differencesFrom(expected).isEmpty();
  }

  /** The verdict on a contender. */
  Verdict verdict(Outcome outcome) {
    if (!outcomes.contains(outcome)) {
      return Verdict.UNSEEN;
    } else if (disputed && (differs(outcome) || outcome.asked().label().equals(yardstick))) {
      return Verdict.DISPUTED;
    }
    return differs(outcome) ? Verdict.WRONG : Verdict.SAME;
  }

  /** A sentence or two on each contender that differs from the yardstick. */
  List<String> complaints() {
    return outcomes.stream().filter(this::differs).map(this::complaint).toList();
  }

  private String complaint(Outcome outcome) {
    List<Difference> differences = outcome.differencesFrom(expected);
    Difference first = differences.get(0);
    String found =
        String.format(
            Locale.ROOT,
            "loss of step %d is %.5g where that of %s is %.5g (%d of %d processes)",
            first.step(),
            first.loss(),
            yardstick,
            first.expected(),
            differences.size(),
            outcome.visits().size());
    String name = outcome.asked().label();
    return disputed
        ? "%s and %s disagree here: %s. One of them is wrong, and these losses do not tell which."
            .formatted(name, yardstick, found)
        : "%s computes wrong numbers here: %s. Its time stands, but it is not of the same work."
            .formatted(name, found);
  }
}
