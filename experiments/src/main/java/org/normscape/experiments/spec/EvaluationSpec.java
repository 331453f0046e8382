package org.normscape.experiments.spec;

/**
 * How often the network is tested.
 *
 * @param every the number of steps between tests; the last step is always tested
 * @param examples how many test examples are used at most, from the first
 */
public record EvaluationSpec(int every, int examples) {

  public EvaluationSpec {
    Rule.positive("every", every);
    Rule.positive("examples", examples);
  }
}
