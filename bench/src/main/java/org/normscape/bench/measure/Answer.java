package org.normscape.bench.measure;

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
    Scale scale,
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
}
