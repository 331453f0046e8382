package org.normscape.contract.certificate;

import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.normscape.backend.Backend;
import org.normscape.backend.BackendInfo;
import org.normscape.backend.Device;
import org.normscape.contract.Outcome;
import org.normscape.contract.Question;
import org.normscape.contract.Topic;

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

  private final Respondent respondent;
  private final Extent extent;
  private final long seed;
  private final Listener listener;

  /** Is told how far a certification is. */
  public interface Listener {

    /** So many questions will be asked. */
    void begun(int count);

    /** A question was answered. */
    void answered(Topic topic);
  }

  /** Nobody waits. */
  private record Nobody() implements Listener {

    @Override
    public void begun(int count) {
      // Nobody waits.
    }

    @Override
    public void answered(Topic topic) {
      // Nobody waits.
    }
  }

  private Certification(Respondent respondent, Extent extent, long seed, Listener listener) {
    this.respondent = respondent;
    this.extent = extent;
    this.seed = seed;
    this.listener = listener;
  }

  /** The certification of a backend, which is left open. */
  public static Certification of(Backend backend) {
    return of(new InThisProcess(backend));
  }

  /**
   * The certification of a backend in a process of its own, and in a new one whenever that ends: a
   * kernel that takes its process with it is a finding too.
   *
   * @param backend the name of a {@link org.normscape.backend.BackendProvider} on the class path
   * @param device where it runs
   * @param options of the other Java virtual machine
   */
  public static Certification apart(String backend, Device device, List<String> options) {
    return of(new InProcesses(backend, device, options));
  }

  private static Certification of(Respondent respondent) {
    return new Certification(respondent, Extent.STANDARD, SEED, new Nobody());
  }

  /** This certification, asking so much. */
  public Certification asking(Extent extent) {
    return new Certification(respondent, extent, seed, listener);
  }

  /** This certification, with random geometries from this seed. */
  public Certification from(long seed) {
    return new Certification(respondent, extent, seed, listener);
  }

  /** This certification, with someone who is told how far it is. */
  public Certification telling(Listener listener) {
    return new Certification(respondent, extent, seed, listener);
  }

  /**
   * Asks everything.
   *
   * @throws org.normscape.backend.BackendException when a backend does not open in its process
   */
  public Certificate run() {
    List<Question> questions = Suite.of(extent, seed);
    listener.begun(questions.size());
    Map<String, Tally> tallies = new LinkedHashMap<>();
    Iterator<Question> asked = questions.iterator();
    BackendInfo info =
        respondent.answer(
            extent,
            seed,
            answer -> {
              answer.outcomes().forEach(outcome -> of(tallies, outcome).add(outcome));
              answer.smallest().forEach(outcome -> of(tallies, outcome).smallest(outcome));
              listener.answered(asked.next().topic());
            });
    return new Certificate(
        info, extent, seed, tallies.values().stream().map(Tally::finding).toList());
  }

  private static Tally of(Map<String, Tally> tallies, Outcome outcome) {
    return tallies.computeIfAbsent(outcome.subject(), Tally::new);
  }
}
