package org.normscape.experiments.cli.verify;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;

/**
 * Outcomes as lines for a terminal.
 *
 * @param out where they go
 * @param digests how much of a digest is printed
 */
record PrintedVerdicts(PrintWriter out, Digests digests) implements Verdicts {

  private static final int SHORT_DIGITS = 16;

  /** How much of a digest is printed. */
  enum Digests {
    SHORT,
    FULL
  }

  @Override
  public void first(Outcome outcome, double seconds) {
    line(outcome, seconds, "first");
  }

  @Override
  public void judged(Outcome outcome, double seconds, Promise.Judgement judgement)
      throws IOException {
    line(outcome, seconds, judgement.word());
    out.print(judgement.details().text());
    out.flush();
  }

  @Override
  public void end(boolean same, Optional<Path> figures) {
    figures.ifPresent(folder -> out.println("figures  " + folder));
  }

  private void line(Outcome outcome, double seconds, String verdict) {
    String digest = outcome.run().digest();
    out.println(
        String.format(
            Locale.ROOT,
            "%-16s %-8s %-12s %s %7.1f s  %-9s  %s",
            outcome.spec().name(),
            outcome.spec().scale(),
            outcome.candidate(),
            digests == Digests.FULL ? digest : digest.substring(0, SHORT_DIGITS),
            seconds,
            verdict,
            outcome.run().record().directory()));
    out.flush();
  }
}
