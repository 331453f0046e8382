package org.normscape.ir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.normscape.check.Golden;
import org.normscape.grad.Gradients;

/** An ill-formed program cannot be built, and whoever tries is told what to do. */
final class MessagesTest {

  private static final TensorType MATRIX = TensorType.float64(2, 3);
  private static final TensorType IMAGE = TensorType.float64(1, 4, 4, 2);
  private static final TensorType FILTER = TensorType.float64(3, 3, 2, 5);
  private static final TensorType LABELS = TensorType.int32(2);
  private static final List<Integer> ZEROS = List.of(0, 0);
  private static final List<Integer> ONES = List.of(1, 1);

  @Test
  void operationsSayWhatDoesNotFit() {
    List<ThrowingCallable> attempts =
        Stream.of(elementwise(), layout(), contraction(), window(), indexing())
            .flatMap(x -> x)
            .toList();
    assertThat(attempts).hasSizeGreaterThan(25);
    List<String> messages =
        attempts.stream()
            .map(attempt -> catchThrowableOfType(ShapeException.class, attempt).getMessage())
            .toList();
    assertThat(messages)
        .allMatch(message -> message.matches("(?s).+: .+, but .+\\. To fix: .+\\."));
    Golden.check("shape-messages.txt", lines(messages));
  }

  @Test
  void valuesSayWhatTheyMustBe() {
    List<ThrowingCallable> attempts =
        List.of(
            () -> Shape.of(2, 0),
            () -> Shape.of(1 << 16, 1 << 16),
            () -> Stride.of(0),
            () -> Padding.of(-1),
            () -> new WindowShape(0, 2, Stride.of(1), Padding.NONE),
            () -> Trace.program(List.of(MATRIX), in -> Gradients.of(in.get(0), in)),
            MessagesTest::useOfAnotherProgram);
    List<String> messages =
        attempts.stream()
            .map(a -> catchThrowableOfType(IllegalArgumentException.class, a).getMessage())
            .toList();
    assertThat(messages)
        .allMatch(message -> message.matches("(?s).+: .+, but .+\\. To fix: .+\\."));
    Golden.check("value-messages.txt", lines(messages));
  }

  private static void useOfAnotherProgram() {
    Trace.program(
        List.of(MATRIX),
        outer -> {
          Trace.program(List.of(MATRIX), inner -> List.of(inner.get(0).plus(outer.get(0))));
          return outer;
        });
  }

  private static Stream<ThrowingCallable> elementwise() {
    return Stream.of(
        tracing(in -> in.get(0).plus(in.get(1)), MATRIX, TensorType.float64(3, 2)),
        tracing(in -> in.get(0).times(in.get(1)), MATRIX, TensorType.float32(2, 3)),
        tracing(in -> in.get(0).negate(), LABELS),
        tracing(in -> in.get(0).cast(DType.INT32), MATRIX),
        tracing(in -> in.get(0).trace().apply(new Elementwise.Add(), in).get(0), MATRIX),
        tracing(in -> in.get(0).sum(List.of(2)), MATRIX),
        tracing(in -> in.get(0).sum(List.of(0, 0)), MATRIX),
        tracing(in -> in.get(0).max(List.of(-1)), MATRIX),
        tracing(in -> in.get(0).sum(), LABELS));
  }

  private static Stream<ThrowingCallable> layout() {
    return Stream.of(
        tracing(in -> in.get(0).broadcast(Shape.of(2, 3, 4), List.of(0)), MATRIX),
        tracing(in -> in.get(0).broadcast(Shape.of(2, 3, 4), List.of(3)), MATRIX),
        tracing(in -> in.get(0).reshape(Shape.of(5)), MATRIX),
        tracing(in -> in.get(0).transpose(List.of(0)), MATRIX),
        tracing(in -> in.get(0).transpose(ZEROS), MATRIX),
        tracing(in -> in.get(0).slice(ZEROS, List.of(2, 4), ONES), MATRIX),
        tracing(in -> in.get(0).slice(ZEROS, List.of(2), ONES), MATRIX),
        tracing(in -> in.get(0).slice(ZEROS, ONES, ZEROS), MATRIX),
        tracing(in -> in.get(0).pad(ZEROS, ZEROS, List.of(0)), MATRIX),
        tracing(in -> in.get(0).pad(List.of(-1, 0), ZEROS, ZEROS), MATRIX),
        tracing(in -> in.get(0).concatenate(in.get(1), 0), MATRIX, TensorType.float64(2, 4)),
        tracing(in -> in.get(0).concatenate(in.get(0), 2), MATRIX));
  }

  private static Stream<ThrowingCallable> contraction() {
    Stride one = Stride.of(1);
    return Stream.of(
        tracing(in -> in.get(0).matmul(in.get(0)), MATRIX),
        tracing(in -> in.get(0).matmul(in.get(0)), TensorType.float64(3)),
        tracing(in -> in.get(0).matmul(in.get(1)), MATRIX, TensorType.float32(3, 2)),
        tracing(
            in -> in.get(0).convolution(in.get(1), one, Padding.NONE),
            IMAGE,
            TensorType.float64(3, 3, 1, 5)),
        tracing(
            in -> in.get(0).convolution(in.get(1), one, Padding.NONE),
            IMAGE,
            TensorType.float64(5, 5, 2, 5)),
        tracing(in -> in.get(0).convolution(in.get(0), one, Padding.NONE), MATRIX),
        tracing(
            in -> in.get(0).convolutionInputGradient(in.get(1), one, Padding.NONE, 9, 4),
            TensorType.float64(1, 2, 2, 5),
            FILTER),
        tracing(
            in -> in.get(0).convolutionFilterGradient(in.get(1), one, Padding.NONE, 2, 3),
            IMAGE,
            TensorType.float64(1, 2, 2, 5)));
  }

  private static Stream<ThrowingCallable> window() {
    WindowShape padded = new WindowShape(2, 2, Stride.of(2), Padding.of(2));
    return Stream.of(
        tracing(in -> in.get(0).maxPool(WindowShape.square(2)), MATRIX),
        tracing(in -> in.get(0).maxPool(WindowShape.square(5)), IMAGE),
        tracing(in -> in.get(0).sumPool(padded), IMAGE),
        tracing(in -> in.get(0).maxPoolScatter(in.get(0), WindowShape.square(2)), IMAGE),
        tracing(in -> in.get(0).sumPoolInputGradient(WindowShape.square(2), 7, 7), IMAGE));
  }

  private static Stream<ThrowingCallable> indexing() {
    return Stream.of(
        tracing(in -> in.get(0).argMax(), TensorType.float64()),
        tracing(in -> in.get(0).argMax(), LABELS),
        tracing(in -> in.get(0).oneHot(3, DType.FLOAT32), MATRIX),
        tracing(in -> in.get(0).oneHot(3, DType.INT32), LABELS));
  }

  private static ThrowingCallable tracing(
      Function<List<Tensor>, Tensor> body, TensorType... types) {
    return () -> Trace.program(List.of(types), in -> List.of(body.apply(in)));
  }

  private static String lines(List<String> messages) {
    return messages.stream().map(m -> m + "\n").collect(Collectors.joining());
  }
}
