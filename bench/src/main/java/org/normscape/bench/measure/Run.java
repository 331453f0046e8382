package org.normscape.bench.measure;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.normscape.backend.audit.Audit;
import org.normscape.experiments.UserError;
import org.normscape.experiments.run.Environment;
import org.normscape.experiments.run.progress.Progress;

/**
 * Asks a question: in each round every case is measured once, in a new process, one after the
 * other; the ceilings of the machine likewise. Rounds spread what befalls the machine over all
 * contenders, and new processes what differs from process to process.
 */
public final class Run {

  /** Where the environment says when our kernels were audited. */
  static final String AUDIT = "audit";

  private final String program;
  private final Effort scale;
  private final int rounds;
  private final Question ceilings;
  private final Progress progress;

  /**
   * What questions are asked with.
   *
   * @param program the class whose main, given a question, the number of a case, a scale and a
   *     file, measures that case and writes a {@link Visit}
   * @param rounds how many rounds there are
   * @param ceilings the question whose cases show what the machine can do at most
   */
  public Run(String program, Effort scale, int rounds, Question ceilings, Progress progress) {
    this.program = program;
    this.scale = scale;
    this.rounds = rounds;
    this.ceilings = ceilings;
    this.progress = progress;
  }

  /** The answer to a question. A case that fails is left out of the later rounds. */
  public Answer ask(Question question) {
    List<Entry> asked = entries(question);
    List<Entry> yardsticks = question.name().equals(ceilings.name()) ? asked : entries(ceilings);
    List<Entry> all = Stream.concat(asked.stream(), yardsticks.stream()).distinct().toList();
    progress.begin(question.name(), (long) all.size() * rounds);
    for (int round = 0; round < rounds; round++) {
      all.forEach(this::visit);
    }
    progress.close();
    return new Answer(
        question,
        scale,
        rounds,
        asked.stream().map(Entry::outcome).toList(),
        Ceiling.of(yardsticks.stream().map(Entry::outcome).toList()),
        environment());
  }

  /** The machine and the software; our backends are opened as a library user opens them. */
  private static Map<String, String> environment() {
    Map<String, String> environment = new LinkedHashMap<>(Environment.describe());
    environment.put(AUDIT, Audit.FIRST_USE.word());
    return environment;
  }

  private List<Entry> entries(Question question) {
    List<Case> cases = question.cases(scale);
    return IntStream.range(0, cases.size())
        .mapToObj(i -> new Entry(question.name(), i, cases.get(i)))
        .toList();
  }

  private void visit(Entry entry) {
    if (entry.failure.isEmpty()) {
      try {
        entry.visits.add(
            ChildProcess.visit(program, entry.question, entry.number, entry.asked, scale));
      } catch (UserError e) {
        entry.failure = e.getMessage();
        progress.note(e.getMessage());
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
    progress.advance(1, entry.asked.work().name() + ": " + entry.asked.label());
  }

  /** A case and what has been found about it so far. */
  private static final class Entry {

    private final String question;
    private final int number;
    private final Case asked;
    private final List<Visit> visits = new ArrayList<>();
    private String failure = "";

    private Entry(String question, int number, Case asked) {
      this.question = question;
      this.number = number;
      this.asked = asked;
    }

    private Outcome outcome() {
      return new Outcome(asked, visits, failure);
    }
  }
}
