package org.normscape.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.normscape.bench.measure.Case;
import org.normscape.bench.measure.Effort;
import org.normscape.bench.measure.Question;
import org.normscape.bench.measure.Visit;
import org.normscape.bench.question.Questions;
import org.normscape.experiments.run.file.Json;

/** The program of the process in which one case is measured once. */
public final class Worker {

  private Worker() {}

  /**
   * Measures, and writes a {@link Visit}.
   *
   * @param arguments the question, the number of its case, the scale and the file to write to
   */
  public static void main(String... arguments) throws IOException {
    Effort scale = Effort.valueOf(arguments[2]);
    Question question = Questions.named(arguments[0]);
    Case asked = question.cases(scale).get(Integer.parseInt(arguments[1]));
    Visit visit = asked.measurement().visit(scale.pace());
    Files.writeString(Path.of(arguments[3]), Json.line(visit));
    System.exit(0);
  }
}
