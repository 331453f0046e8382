package org.normscape.backend.audit;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.normscape.backend.KernelCall;
import org.normscape.backend.Method;
import org.normscape.ir.Contraction.MatMul;
import org.normscape.ir.TensorType;

/** Which of some methods is chosen by the times that were measured. */
final class SelectionTest {

  private static final KernelCall CALL =
      KernelCall.of(new MatMul(false, false), TensorType.float32(2, 3), TensorType.float32(3, 4));

  private final List<String> asked = new ArrayList<>();

  /** Chooses among rivals of which each examination takes the next of its times. */
  private String chosen(Map<String, List<Double>> times, String... names) {
    Map<String, Deque<Double>> left = new HashMap<>();
    times.forEach((name, seconds) -> left.put(name, new ArrayDeque<>(seconds)));
    Examiner examiner =
        (call, method, timings) -> {
          asked.add(method.name());
          double seconds = Objects.requireNonNull(left.get(method.name())).removeFirst();
          return new Verdict(method.name(), Verdict.Outcome.RIGHT, 0, 0, seconds, "");
        };
    List<Method> methods = List.of(names).stream().map(Method::rival).toList();
    return new Selection("lab", examiner, examiner, () -> 0).choose(CALL, methods).method();
  }

  @Test
  void theFirstIsKeptUnlessAnotherIsClearlyFaster() {
    assertThat(chosen(Map.of("a", List.of(1.0), "b", List.of(0.95)), "a", "b")).isEqualTo("a");
    assertThat(chosen(Map.of("a", List.of(1.0), "b", List.of(0.8)), "a", "b")).isEqualTo("b");
    assertThat(asked).containsExactly("a", "b", "a", "b");
  }

  /** The first kernel of a process pays for what all others use. */
  @Test
  void whatWasColdIsTimedAgain() {
    assertThat(chosen(Map.of("a", List.of(0.07, 0.001), "b", List.of(0.002)), "a", "b"))
        .isEqualTo("a");
    assertThat(asked).containsExactly("a", "b", "a");
  }

  @Test
  void whatIsSlowStaysSlow() {
    assertThat(chosen(Map.of("a", List.of(0.07, 0.08), "b", List.of(0.002)), "a", "b"))
        .isEqualTo("b");
  }
}
