package org.normscape.experiments.verify;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Set;
import org.normscape.experiments.UserError;
import org.normscape.experiments.report.metrics.RunRecord;
import org.normscape.experiments.run.file.JsonDifferences;

/** Whether two runs did the same: only then does it mean anything to compare their numbers. */
final class Comparability {

  /** The settings in which runs that are compared may differ. */
  private static final Set<String> FREE = Set.of("backend", "device", "checkpoint");

  private static final int SHOWN = 5;

  private Comparability() {}

  /**
   * Checks that two runs differ in nothing but the backend and the device.
   *
   * @throws UserError when they do; the message says in what
   */
  static void check(RunRecord one, RunRecord other) {
    List<String> differences =
        new ArrayList<>(JsonDifferences.between("", one.config(), other.config(), FREE));
    JsonNode data = one.provenance().path("data");
    for (Iterator<String> cells = data.fieldNames(); cells.hasNext(); ) {
      String cell = cells.next();
      JsonNode there = other.provenance().path("data").path(cell);
      differences.addAll(
          JsonDifferences.between(
              "data of " + cell, data.path(cell).path("sha256"), there.path("sha256"), FREE));
    }
    if (!differences.isEmpty()) {
      int left = differences.size() - SHOWN;
      throw UserError.usage(
          "compare: two runs must differ in nothing but backend and device, but %s and %s differ in %s%s. To fix: compare runs of one experiment at one scale, with the same seeds, numerics and settings, on the same data."
              .formatted(
                  one.name(),
                  other.name(),
                  String.join(", ", differences.subList(0, Math.min(SHOWN, differences.size()))),
                  left > 0 ? " and %s more settings".formatted(left) : ""));
    }
  }
}
