package org.normscape.experiments.verify;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.normscape.backend.Numerics;
import org.normscape.experiments.UserError;
import org.normscape.probe.Quantity;
import org.normscape.probe.TrainingQuantities;

/**
 * Two runs of the same, held against each other as their numerics promise. Two runs in exact
 * numerics have to be equal throughout. Of others, each trained on by itself, only the beginning
 * can be judged, which both computed from the same network: what was measured at step 0, and the
 * network after the first update. What comes later is drawn.
 *
 * @param one a run
 * @param other the same on another backend
 * @param first the first place where they differ by a bit
 * @param missing the first place that one of the two has not measured and the other has, but where
 *     a network had diverged
 * @param gaps how far they are apart everywhere
 */
public record RunComparison(
    RecordedRun one,
    RecordedRun other,
    Optional<Place> first,
    Optional<Place> missing,
    List<Gap> gaps) {

  private static final List<Quantity> SHOWN =
      List.of(NetworkQuantities.PARAMETERS, TrainingQuantities.TRAIN_LOSS);

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
    return new RunComparison(
        one,
        other,
        BitComparison.first(one, other),
        Completeness.missing(one.record().metrics(), other.record().metrics()),
        Gap.between(one, other));
  }

  /** Whether the promise is kept, as far as two runs can show it. */
  public boolean holds() {
    return exact() ? first.isEmpty() : missing.isEmpty() && beginning().within();
  }

  private boolean exact() {
    return one.numerics() == Numerics.EXACT;
  }

  private Closeness beginning() {
    return Closeness.of(
        gaps.stream().filter(RunComparison::atTheBeginning).toList(), one.numerics());
  }

  private static boolean atTheBeginning(Gap gap) {
    return gap.step() == 0
        || (gap.step() == 1 && gap.quantity().equals(NetworkQuantities.PARAMETERS));
  }

  /** The outcome in lines, with the names of the two. */
  public String describe(String nameOfOne, String nameOfOther) {
    if (first.isEmpty()) {
      return equal();
    }
    if (exact()) {
      return different(first.get(), nameOfOne, nameOfOther);
    }
    if (missing.isPresent()) {
      return lacking(nameOfOne, nameOfOther);
    }
    return "%s the tolerances at the beginning, which both computed from the same network, %s and %s:%n%s%s"
        .formatted(
            holds() ? "within" : "outside", nameOfOne, nameOfOther, beginning().table(), drawn());
  }

  /** The outcome as a tree of maps, lists, numbers and texts. */
  public Map<String, Object> tree() {
    Map<String, Object> tree = new LinkedHashMap<>();
    tree.put("holds", holds());
    tree.put("numerics", one.numerics().name().toLowerCase(Locale.ROOT));
    tree.put("equal", first.isEmpty());
    first.ifPresent(place -> tree.put("first", place.tree()));
    missing.ifPresent(place -> tree.put("missing", place.tree()));
    tree.put("measured", one.measured());
    tree.put("digests", List.of(one.digest(), other.digest()));
    if (!exact()) {
      tree.put("beginning", beginning().tree());
    }
    return tree;
  }

  /** What only one of the two has measured, in lines; nothing when there is nothing. */
  public String lacking(String nameOfOne, String nameOfOther) {
    return missing.map(place -> different(place, nameOfOne, nameOfOther)).orElse("");
  }

  /** What is drawn and not judged, in a line. */
  public String drawn() {
    return "  later, not judged, since training carries any difference off: %s%n"
        .formatted(
            SHOWN.stream()
                .flatMap(quantity -> farthest(quantity).stream())
                .map(
                    gap ->
                        "%s %s (%s)"
                            .formatted(
                                gap.quantity().name(),
                                Closeness.number("%.1e", gap.size()),
                                gap.where()))
                .collect(Collectors.joining(", ")));
  }

  private Optional<Gap> farthest(Quantity quantity) {
    return gaps.stream()
        .filter(gap -> gap.quantity().name().equals(quantity.name()))
        .max(Comparator.comparingDouble(Gap::size));
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
