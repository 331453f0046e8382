package org.normscape.contract.certificate;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.normscape.contract.Outcome;
import org.normscape.contract.Verdict;

/** What has been found about one subject so far. */
final class Tally {

  /** How many wrong answers are kept in full. */
  private static final int KEPT = 5;

  private final String subject;
  private final Set<String> rows = new HashSet<>();
  private final List<Outcome> complaints = new ArrayList<>();
  private int outcomes;
  private int wrong;
  private int lowest = Integer.MAX_VALUE;
  private int highest;
  private double difference = -1;
  private String where = "";
  private Verdict verdict = Verdict.RIGHT;

  Tally(String subject) {
    this.subject = subject;
  }

  void add(Outcome outcome) {
    rows.add(outcome.row());
    outcomes++;
    lowest = Math.min(lowest, outcome.order());
    highest = Math.max(highest, outcome.order());
    if (outcome.difference() > difference) {
      difference = outcome.difference();
      where = outcome.row();
    }
    if (!outcome.isRight()) {
      complain(outcome);
    }
  }

  private void complain(Outcome outcome) {
    wrong++;
    verdict = outcome.verdict().compareTo(verdict) > 0 ? outcome.verdict() : verdict;
    if (complaints.size() < KEPT) {
      complaints.add(outcome);
    }
  }

  /** Puts the smallest case of what is wrong before all others. */
  void smallest(Outcome outcome) {
    complaints.removeIf(outcome::equals);
    complaints.add(0, outcome);
  }

  Finding finding() {
    return new Finding(
        subject,
        rows.size(),
        outcomes,
        wrong,
        lowest,
        highest,
        difference,
        where,
        verdict,
        complaints);
  }
}
