package org.normscape.contract.certificate;

import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import org.normscape.backend.BackendException;
import org.normscape.backend.BackendInfo;
import org.normscape.backend.Device;
import org.normscape.contract.Question;

/**
 * A backend that is asked in another process, and in a new one when that ends: a kernel that takes
 * its process with it is a finding.
 *
 * @param backend the name under which it is opened
 * @param device where
 * @param options of the other virtual machine
 */
record InProcesses(String backend, Device device, List<String> options) implements Respondent {

  /** A subject that has ended so many processes is not asked about again. */
  private static final int PATIENCE = 3;

  InProcesses {
    options = List.copyOf(options);
  }

  @Override
  public BackendInfo answer(Extent extent, long seed, Consumer<Answer> answers) {
    List<Question> questions = Suite.of(extent, seed);
    Map<String, Integer> ended = new HashMap<>();
    Optional<BackendInfo> info = Optional.empty();
    int next = 0;
    while (next < questions.size()) {
      AskingProcess.Heard heard = heard(extent, seed, next, struck(ended), answers);
      info = info.or(heard::info);
      next += heard.answers();
      if (next < questions.size()) {
        String end = "its process ended with status " + heard.status();
        if (info.isEmpty()) {
          throw new BackendException(
              "%s: must open on %s, but %s. To fix: see \"normscape doctor\", or certify another backend."
                  .formatted(backend, device, end),
              null);
        }
        Question question = questions.get(next++);
        answers.accept(Answer.none(question, end));
        ended.merge(question.topic().subject(), 1, Integer::sum);
      }
    }
    return info.orElseThrow();
  }

  private AskingProcess.Heard heard(
      Extent extent, long seed, int first, Set<String> struck, Consumer<Answer> answers) {
    try {
      return new AskingProcess(extent, seed, first, struck).ask(this, answers);
    } catch (IOException e) {
      throw new BackendException(
          "certification: a second Java process and a temporary file are needed, but there are none (%s). To fix: free some space."
              .formatted(e),
          e);
    }
  }

  private static Set<String> struck(Map<String, Integer> ended) {
    Set<String> struck = new TreeSet<>();
    ended.forEach(
        (subject, times) -> {
          if (times >= PATIENCE) {
            struck.add(subject);
          }
        });
    return struck;
  }
}
