package org.normscape.contract.certificate;

import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.normscape.backend.Backend;
import org.normscape.contract.Outcome;
import org.normscape.contract.Question;
import org.normscape.contract.Smallest;

/**
 * The contract put to a backend, on the machine it runs on. Wrong numbers and exceptions are
 * findings.
 *
 * <pre>
 *   Certificate certificate = Certification.of(backend).asking(Extent.QUICK).run();
 * </pre>
 */
public final class Certification {

  private static final long SEED = 1;

  private final Backend backend;
  private final Extent extent;
  private final long seed;
  private final Listener listener;

  /** Is told how far a certification is. */
  public interface Listener {

    /** So many questions will be asked. */
    void begun(int count);

    /** A question was answered. */
    void answered(Question question);
  }

  /** Nobody waits. */
  private record Nobody() implements Listener {

    @Override
    public void begun(int count) {
      // Nobody waits.
    }

    @Override
    public void answered(Question question) {
      // Nobody waits.
    }
  }

  private Certification(Backend backend, Extent extent, long seed, Listener listener) {
    this.backend = backend;
    this.extent = extent;
    this.seed = seed;
    this.listener = listener;
  }

  /** The certification of a backend, which is left open. */
  public static Certification of(Backend backend) {
    return new Certification(backend, Extent.STANDARD, SEED, new Nobody());
  }

  /** This certification, asking so much. */
  public Certification asking(Extent extent) {
    return new Certification(backend, extent, seed, listener);
  }

  /** This certification, with random geometries from this seed. */
  public Certification from(long seed) {
    return new Certification(backend, extent, seed, listener);
  }

  /** This certification, with someone who is told how far it is. */
  public Certification telling(Listener listener) {
    return new Certification(backend, extent, seed, listener);
  }

  /** Asks everything. */
  public Certificate run() {
    List<Question> questions = Suite.of(extent, seed);
    listener.begun(questions.size());
    Map<String, Tally> tallies = new LinkedHashMap<>();
    Set<String> shrunk = new HashSet<>();
    for (Question question : questions) {
      for (Outcome outcome : question.ask(backend)) {
        Tally tally = tallies.computeIfAbsent(outcome.subject(), Tally::new);
        tally.add(outcome);
        if (!outcome.isRight() && isGenerated(question) && shrunk.add(outcome.subject())) {
          tally.smallest(Smallest.find(question, outcome, backend));
        }
      }
      listener.answered(question);
    }
    return new Certificate(
        backend.info(), extent, seed, tallies.values().stream().map(Tally::finding).toList());
  }

  private static boolean isGenerated(Question question) {
    return !question.smaller().isEmpty();
  }
}
