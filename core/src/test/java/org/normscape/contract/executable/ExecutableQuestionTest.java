package org.normscape.contract.executable;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.normscape.backend.Array;
import org.normscape.backend.Backend;
import org.normscape.backend.BackendInfo;
import org.normscape.backend.Compilation;
import org.normscape.backend.Executable;
import org.normscape.contract.Outcome;
import org.normscape.contract.Verdict;
import org.normscape.ir.Program;
import org.normscape.ir.TensorType;
import org.normscape.reference.ReferenceBackend;

/** A backend that breaks rules is told which. */
final class ExecutableQuestionTest {

  /** A backend that forgets what is donated to it, and reads float32 as twice as much. */
  private record Careless(Backend backend) implements Backend {

    @Override
    public BackendInfo info() {
      return backend.info();
    }

    @Override
    public Executable compile(Program program, Compilation compilation) {
      return backend.compile(program, Compilation.of(compilation.numerics()));
    }

    @Override
    public Array array(TensorType type, double... values) {
      return backend.array(type, values);
    }

    @Override
    public Array array(TensorType type, float[] values) {
      float[] wrong = values.clone();
      wrong[0] *= 2;
      return backend.array(type, wrong);
    }

    @Override
    public Array array(TensorType type, int[] values) {
      return backend.array(type, values);
    }

    @Override
    public void close() {
      backend.close();
    }
  }

  @Test
  void brokenRulesAreNamed() {
    Backend careless = new Careless(new ReferenceBackend());
    List<Outcome> wrong =
        ExecutableQuestion.all().stream()
            .flatMap(question -> question.ask(careless).stream())
            .filter(outcome -> !outcome.isRight())
            .toList();
    assertThat(wrong)
        .extracting(Outcome::row)
        .containsExactlyInAnyOrder(
            "says what it compiled",
            "donated arguments are closed and others are not",
            "a donated argument given twice is refused",
            "donation of what is no parameter is refused",
            "numbers are converted to the type of the array");
    assertThat(wrong).extracting(Outcome::verdict).containsOnly(Verdict.WRONG);
    assertThat(wrong)
        .extracting(Outcome::message)
        .anyMatch(message -> message.contains("reading what was donated must be refused"))
        .anyMatch(
            message ->
                message.contains("numbers as f32[2] must be [3.0, -1.6777216E7], but is [6.0"));
  }
}
