package org.normscape.bench.measure;

import java.util.List;

/** Something to find out: what is done, by whom. One class each. */
public interface Question {

  /** The word by which it is asked. */
  String name();

  /** The question. */
  String sentence();

  /** What its samples are. */
  default Unit unit() {
    return Unit.SECONDS;
  }

  /** What {@link Work#size} counts when the question is how something grows, otherwise empty. */
  default String axis() {
    return "";
  }

  /**
   * What is measured. Called in every process, so nothing is computed here; equal scales give equal
   * cases in the same order.
   */
  List<Case> cases(Effort scale);
}
