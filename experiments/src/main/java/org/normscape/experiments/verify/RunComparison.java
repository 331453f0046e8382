package org.normscape.experiments.verify;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.normscape.backend.Numerics;
import org.normscape.experiments.UserError;

/**
 * Two runs of the same, held against each other as their numerics promise.
 *
 * @param one a run
 * @param other the same on another backend
 * @param first the first place where they differ by a bit
 * @param gaps how far they are apart everywhere
 */
public record RunComparison(
    RecordedRun one, RecordedRun other, Optional<Place> first, List<Gap> gaps) {

  public RunComparison {
    gaps = List.copyOf(gaps);
  }

  /**
   * Compares two runs.
   *
   * @throws UserError when they differ in more than backend and device
   */
  public static RunComparison of(RecordedRun one, RecordedRun other) {
    Comparability.check(one.record(), other.record());
    return new RunComparison(one, other, BitComparison.first(one, other), Gap.between(one, other));
  }

  /** Whether the promise is kept: no bit differs, or none beyond the tolerances. */
  public boolean holds() {
    return exact() ? first.isEmpty() : closeness().within();
  }

  private boolean exact() {
    return one.numerics() == Numerics.EXACT;
  }

  private Closeness closeness() {
    return Closeness.of(gaps, one.numerics());
  }

  /** The outcome in a word. */
  public String verdict() {
    if (first.isEmpty()) {
      return "equal";
    }
    if (exact()) {
      return "different";
    }
    return holds() ? "within" : "outside";
  }

  /** The outcome in lines, with the names of the two. */
  public String describe(String nameOfOne, String nameOfOther) {
    if (first.isEmpty()) {
      return equal();
    }
    return exact()
        ? different(first.get(), nameOfOne, nameOfOther)
        : "%s the tolerances, %s and %s:%n%s"
            .formatted(verdict(), nameOfOne, nameOfOther, closeness().table());
  }

  private static String different(Place place, String nameOfOne, String nameOfOther) {
    return "different: first in %s%n  %s  %s%n  %s  %s%n"
        .formatted(place, nameOfOne, place.one(), nameOfOther, place.other());
  }

  private String equal() {
    return String.format(
        Locale.ROOT,
        "equal: %,d numbers and %,d fingerprints of the network, digest %s%n",
        one.measured(),
        one.fingerprints().size(),
        one.digest());
  }

  /** Draws how the differences grow over the steps, into a folder. */
  public void draw(Path folder, String name) throws IOException {
    String title =
        "%s, %s numerics: %s and %s"
            .formatted(
                one.record().setting("name").orElse(""),
                one.numerics().name().toLowerCase(Locale.ROOT),
                one.record().setting("backend").orElse(""),
                other.record().setting("backend").orElse(""));
    Growth.draw(folder, name, title, gaps);
  }
}
