package org.normscape.contract.certificate;

import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.normscape.contract.Question;
import org.normscape.contract.Questions;
import org.normscape.contract.Topic;
import org.normscape.contract.executable.ExecutableQuestion;
import org.normscape.contract.geometry.Sweep;

/** The questions of a certification. */
final class Suite {

  private static final int FEW_ROWS = 2;
  private static final int FEW_GEOMETRIES = 30;
  private static final int MANY_GEOMETRIES = 300;

  private Suite() {}

  static List<Question> of(Extent extent, long seed) {
    Stream<List<Question>> parts =
        switch (extent) {
          case QUICK ->
              Stream.of(
                  few(joined(rows())),
                  ExecutableQuestion.all(),
                  Sweep.random(seed, FEW_GEOMETRIES));
          case STANDARD -> Stream.concat(everyRow(), geometries(seed));
          case ALL ->
              Stream.of(everyRow(), geometries(seed), Stream.of(Sweep.everything(seed)))
                  .flatMap(part -> part);
        };
    return joined(parts);
  }

  private static Stream<List<Question>> geometries(long seed) {
    return Stream.of(Sweep.random(seed, MANY_GEOMETRIES));
  }

  private static Stream<List<Question>> everyRow() {
    return Stream.concat(
        rows(),
        Stream.of(
            ExecutableQuestion.all(),
            Questions.traps(),
            Questions.smallNetworks(),
            Questions.randomPrograms(),
            Questions.networks(),
            Questions.exactBits(),
            Questions.exactBitsOfThreads(),
            Questions.exactAccuracy()));
  }

  /** The rows that are about one primitive or composite. */
  private static Stream<List<Question>> rows() {
    return Stream.of(
        Questions.otherPrimitives(),
        Questions.contractions(),
        Questions.composites(),
        Questions.known());
  }

  private static List<Question> joined(Stream<List<Question>> lists) {
    return lists.flatMap(List::stream).toList();
  }

  /** The questions about the first rows of each subject. */
  private static List<Question> few(List<Question> questions) {
    Map<String, Set<String>> rows = new HashMap<>();
    return questions.stream().filter(question -> isEarly(question.topic(), rows)).toList();
  }

  private static boolean isEarly(Topic topic, Map<String, Set<String>> rows) {
    Set<String> seen = rows.computeIfAbsent(topic.subject(), subject -> new LinkedHashSet<>());
    if (seen.size() < FEW_ROWS) {
      seen.add(topic.row());
    }
    return seen.contains(topic.row());
  }
}
