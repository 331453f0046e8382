package org.normscape.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicContainer;
import org.junit.jupiter.api.DynamicNode;
import org.junit.jupiter.api.DynamicTest;
import org.normscape.backend.Backend;

/** Questions of the contract as tests, and agreements as assertions. */
public final class Asked {

  private Asked() {}

  /** One container a row, one test a question. */
  static Stream<DynamicNode> of(Backend backend, List<Question> questions) {
    Map<String, List<DynamicTest>> rows = new LinkedHashMap<>();
    for (Question question : questions) {
      rows.computeIfAbsent(question.topic().row(), row -> new ArrayList<>())
          .add(DynamicTest.dynamicTest(question.topic().name(), () -> check(question, backend)));
    }
    return rows.entrySet().stream()
        .map(row -> DynamicContainer.dynamicContainer(row.getKey(), row.getValue()));
  }

  /** Fails unless all outcomes are right. */
  public static void check(Question question, Backend backend) {
    List<Outcome> outcomes = question.ask(backend);
    assertThat(outcomes).as(question.topic().name()).isNotEmpty();
    String wrong =
        outcomes.stream()
            .filter(outcome -> !outcome.isRight())
            .map(outcome -> outcome.verdict() + " " + outcome.message() + "\n")
            .reduce("", String::concat);
    assertThat(wrong).as("%s: what is wrong", question.topic()).isEmpty();
  }

  /**
   * Fails unless all outcomes of all questions are right, naming the smallest case for each
   * subject.
   *
   * @param how how to ask the same again
   */
  static void checkAll(String how, List<Question> questions, Backend backend) {
    Map<String, Outcome> smallest = new LinkedHashMap<>();
    int wrong = 0;
    for (Question question : questions) {
      List<Outcome> outcomes = question.ask(backend);
      assertThat(outcomes).as(question.topic().row()).isNotEmpty();
      for (Outcome outcome : outcomes) {
        if (!outcome.isRight()) {
          wrong++;
          smallest.computeIfAbsent(
              outcome.subject(), subject -> Smallest.find(question, outcome, backend));
        }
      }
    }
    assertThat(smallest.values().stream().map(Outcome::message))
        .as("%d wrong answers to %d questions (%s); the smallest", wrong, questions.size(), how)
        .isEmpty();
  }

  /** Fails unless numbers agree. */
  public static void check(Agreement agreement) {
    if (!agreement.holds()) {
      fail(agreement.complaint());
    }
  }
}
