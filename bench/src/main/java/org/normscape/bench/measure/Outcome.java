package org.normscape.bench.measure;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.normscape.bench.measure.Witness.Difference;

/**
 * What was found about a case.
 *
 * @param asked the case
 * @param visits one for each round that it took part in
 * @param failure why it took part in no more, in a sentence, or empty
 */
public record Outcome(Case asked, List<Visit> visits, String failure) {

  public Outcome {
    visits = List.copyOf(visits);
  }

  /** Whether there is anything to show. */
  public boolean isMeasured() {
    return failure.isEmpty() && !visits.isEmpty();
  }

  /** Whether its processes saw losses. */
  boolean isWitnessed() {
    return !witness().losses().isEmpty();
  }

  /** What its first process saw. */
  Witness witness() {
    return visits.stream().map(Visit::witness).findFirst().orElse(Witness.NONE);
  }

  /** Of each process that did not see what is expected, the first loss that differs. */
  List<Difference> differencesFrom(Witness expected) {
    double amplification = asked.work().amplification();
    return visits.stream()
        .flatMap(v -> v.witness().differenceFrom(expected, amplification).stream())
        .toList();
  }

  /** The spread of all samples. */
  public Spread spread() {
    return Spread.of(visits.stream().flatMap(visit -> visit.samples().stream()).toList());
  }

  /** The largest resident set of all processes. */
  public double peakBytes() {
    return visits.stream().mapToDouble(Visit::peakBytes).max().orElse(Double.NaN);
  }

  /**
   * This divided by another: the spread, over the rounds, of the ratio of the two medians of a
   * round, so that a machine that slows down for a while slows down both.
   */
  public Spread dividedBy(Outcome other) {
    int rounds = Math.min(visits.size(), other.visits.size());
    return Spread.of(
        IntStream.range(0, rounds)
            .mapToObj(i -> visits.get(i).median() / other.visits.get(i).median())
            .toList());
  }

  /** Of the variants of a rival at the work of this case, the one with the smallest median. */
  public Optional<Outcome> best(String rival, Collection<Outcome> all) {
    return all.stream()
        .filter(Outcome::isMeasured)
        .filter(o -> o.asked.work().name().equals(asked.work().name()))
        .filter(o -> o.asked.role() == Role.RIVAL && o.asked.contender().equals(rival))
        .min(Comparator.comparingDouble(o -> o.spread().median()));
  }
}
