package org.normscape.bench.measure;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What was found about a question.
 *
 * @param question what was asked
 * @param scale at which scale
 * @param rounds how many rounds there were
 * @param outcomes one for each of its cases
 * @param ceiling what the machine could do at most in the same run
 * @param environment the machine and the software
 */
public record Answer(
    Question question,
    Effort scale,
    int rounds,
    List<Outcome> outcomes,
    Ceiling ceiling,
    Map<String, String> environment) {

  public Answer {
    outcomes = List.copyOf(outcomes);
    environment = Map.copyOf(environment);
  }

  /** The rivals, in the order in which they come up. */
  public List<String> rivals() {
    return outcomes.stream()
        .map(Outcome::asked)
        .filter(asked -> asked.role() == Role.RIVAL)
        .map(Case::contender)
        .distinct()
        .toList();
  }

  /** The pieces of work, in the order in which they come up. */
  public List<String> works() {
    return outcomes.stream().map(o -> o.asked().work().name()).distinct().toList();
  }

  /** The outcomes of one piece of work. */
  public List<Outcome> of(String work) {
    return outcomes.stream().filter(o -> o.asked().work().name().equals(work)).toList();
  }

  /** What is to be said about contenders with other numbers, by the pieces of work. */
  Map<String, List<String>> complaints() {
    Map<String, List<String>> complaints = new LinkedHashMap<>();
    for (String work : works()) {
      List<String> found = Agreement.of(of(work)).complaints();
      if (!found.isEmpty()) {
        complaints.put(work, found);
      }
    }
    return complaints;
  }

  /** Whether the contenders at the work of an outcome compute the same numbers. */
  Agreement agreement(Outcome outcome) {
    return Agreement.of(of(outcome.asked().work().name()));
  }
}
