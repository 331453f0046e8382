package org.normscape.experiments.claim;

import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.normscape.experiments.claim.Verdict.Outcome;
import org.normscape.experiments.claim.effect.Averaging;
import org.normscape.experiments.claim.effect.Interval;
import org.normscape.experiments.claim.effect.Region;
import org.normscape.experiments.claim.evidence.CellSettings;
import org.normscape.experiments.claim.evidence.Evidence;
import org.normscape.experiments.claim.evidence.Selection;
import org.normscape.experiments.report.metrics.Numbers;
import org.normscape.experiments.report.metrics.RunRecord;

/**
 * Judges claims by what a run has measured.
 *
 * @param run the run
 */
public record Judge(RunRecord run) {

  /** The verdict on a claim that {@link Claim#check fits} the run. */
  public Verdict judge(Claim claim) {
    List<Evidence> all = evidence(claim);
    List<Evidence> seeds = all.stream().filter(one -> measured(claim, one)).toList();
    List<Confounder> confounders =
        claim.confounders().stream().map(name -> Confounder.of(name, claim, all)).toList();
    Optional<String> obstacle = obstacle(claim, all, seeds);
    List<Double> sizes = seeds.stream().map(claim.effect()::size).toList();
    Averaging averaging = claim.effect().averaging();
    if (sizes.isEmpty() || !sizes.stream().allMatch(averaging::takes)) {
      return undecidable(
          claim, Optional.empty(), obstacle.orElseGet(() -> odd(claim, sizes)), confounders);
    }
    Interval effect = averaging.over(sizes);
    return obstacle
        .map(reason -> undecidable(claim, Optional.of(effect), reason, confounders))
        .orElseGet(() -> decided(claim, effect, confounders));
  }

  private static Verdict undecidable(
      Claim claim, Optional<Interval> effect, String reason, List<Confounder> confounders) {
    return new Verdict(claim, Outcome.NOT_DECIDABLE_HERE, effect, reason + ".", confounders);
  }

  private List<Evidence> evidence(Claim claim) {
    CellSettings settings = CellSettings.of(run.config().path("cells"));
    return claim.cells().stream()
        .flatMap(cell -> run.metrics().seeds(cell).stream())
        .distinct()
        .map(seed -> new Evidence(run.metrics(), settings, seed))
        .toList();
  }

  private static boolean measured(Claim claim, Evidence evidence) {
    return claim.effect().selections().stream().allMatch(s -> s.wasMeasured(evidence));
  }

  /** Why the claim cannot be decided whatever the effect is. */
  private Optional<String> obstacle(Claim claim, List<Evidence> all, List<Evidence> measured) {
    if (!run.isComplete()) {
      return Optional.of("The run is not complete (its status is %s)".formatted(run.status()));
    }
    Optional<String> untrained =
        claim.networks() == Networks.ANY ? Optional.empty() : untrained(claim, all);
    if (untrained.isPresent()) {
      return untrained;
    }
    return measured.isEmpty()
        ? Optional.of(missing(claim, all))
        : claim.premise().flatMap(premise -> unmet(premise, all));
  }

  private static Optional<String> unmet(Premise premise, List<Evidence> seeds) {
    return Optional.of(premise.failures(seeds))
        .filter(some -> !some.isEmpty())
        .map(
            some ->
                "It presupposes that the %s, but it is %s"
                    .formatted(premise.text(), String.join(", ", some)));
  }

  /** Which networks that it looks at did not learn. */
  private Optional<String> untrained(Claim claim, List<Evidence> seeds) {
    Optional<String> diverged = diverged(claim);
    if (diverged.isPresent()) {
      return diverged;
    }
    List<Plateau> stuck =
        trained(claim)
            .filter(selection -> selection.reaches(1))
            .map(Selection::network)
            .distinct()
            .flatMap(cell -> seeds.stream().flatMap(seed -> plateau(cell, seed)))
            .toList();
    return Optional.of(stuck).filter(some -> !some.isEmpty()).map(Plateau::text);
  }

  private static Stream<Selection> trained(Claim claim) {
    return claim.effect().selections().stream().filter(s -> !s.isOfDivergence());
  }

  private Optional<String> diverged(Claim claim) {
    List<String> diverged = trained(claim).flatMap(this::diverged).distinct().toList();
    return Optional.of(diverged)
        .filter(some -> !some.isEmpty())
        .map(some -> "Diverged: " + String.join(", ", some));
  }

  private Stream<String> diverged(Selection selection) {
    return run.metrics().divergences().stream()
        .filter(d -> d.cell().equals(selection.network()) && selection.reaches(d.step()))
        .map(d -> "%s with seed %s at step %s".formatted(d.cell(), d.seed(), d.step()));
  }

  private Stream<Plateau> plateau(String cell, Evidence evidence) {
    return Plateau.of(run.metrics(), cell, evidence.seed()).stream();
  }

  private static String missing(Claim claim, List<Evidence> all) {
    return claim.effect().selections().stream()
        .filter(selection -> all.stream().noneMatch(selection::wasMeasured))
        .map(selection -> "%s: %s".formatted(selection.network(), selection.words()))
        .distinct()
        .collect(
            Collectors.collectingAndThen(
                Collectors.joining("; "),
                names ->
                    names.isEmpty()
                        ? "No seed has all that it needs"
                        : "This was not measured: " + names));
  }

  /** Why an effect is not a number: mostly since a network diverged that it looks at. */
  private String odd(Claim claim, List<Double> sizes) {
    return diverged(claim)
        .orElseGet(
            () ->
                "The effect is %s, of which there is no mean"
                    .formatted(
                        sizes.stream()
                            .map(Numbers::text)
                            .distinct()
                            .collect(Collectors.joining(", "))));
  }

  private static Verdict decided(Claim claim, Interval effect, List<Confounder> confounders) {
    Region expected = claim.expected();
    Outcome outcome = outcome(expected, effect, claim.effect().neutral());
    return new Verdict(claim, outcome, Optional.of(effect), reason(outcome, effect), confounders);
  }

  private static Outcome outcome(Region expected, Interval effect, OptionalDouble neutral) {
    if (expected.contains(effect)) {
      return Outcome.REPRODUCED;
    }
    if (!expected.misses(effect)) {
      return Outcome.NOT_DECIDABLE_HERE;
    }
    return neutral.isPresent() && isReversed(expected, effect, neutral.getAsDouble())
        ? Outcome.REVERSED
        : Outcome.NOT_REPRODUCED;
  }

  private static boolean isReversed(Region expected, Interval effect, double neutral) {
    return (expected.low() >= neutral && effect.high() < neutral)
        || (expected.high() <= neutral && effect.low() > neutral);
  }

  private static String reason(Outcome outcome, Interval effect) {
    if (effect.seeds() == 1) {
      return "Judged by the value of one seed: there is no interval.";
    }
    return switch (outcome) {
      case REPRODUCED -> "The whole interval is as expected.";
      case NOT_REPRODUCED -> "The whole interval is outside of what is expected.";
      case REVERSED -> "The whole interval is on the other side of no effect.";
      case NOT_DECIDABLE_HERE -> "The interval contains a bound of what is expected.";
    };
  }
}
