package org.normscape.contract.geometry;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.normscape.backend.Backend;
import org.normscape.check.FaultyBackend;
import org.normscape.contract.Outcome;
import org.normscape.contract.Question;
import org.normscape.contract.Smallest;
import org.normscape.contract.Verdict;
import org.normscape.ir.Contraction.ConvolutionInputGradient;
import org.normscape.ir.DType;
import org.normscape.ir.Shape;
import org.normscape.ir.Tensor;
import org.normscape.reference.ReferenceBackend;

/** Generated geometries find faults that hide in tails, and name the smallest case. */
final class SweepTest {

  private static final int TAIL = 32;

  private final Backend reference = new ReferenceBackend();

  @Test
  void aSoundBackendIsRight() {
    List<Question> questions = Sweep.random(1, 40);
    assertThat(questions).hasSizeGreaterThan(35);
    for (Question question : questions) {
      assertThat(question.ask(reference)).isNotEmpty().allMatch(Outcome::isRight);
    }
  }

  @Test
  void theSameSeedAsksTheSame() {
    assertThat(Sweep.random(7, 20))
        .isEqualTo(Sweep.random(7, 20))
        .isNotEqualTo(Sweep.random(8, 20));
  }

  /** One number in the last channel is wrong, where there are more than 32 of them. */
  private static Tensor spoilt(Tensor right) {
    Shape shape = right.shape();
    if (shape.dim(3) <= TAIL) {
      return right;
    }
    List<Integer> last = shape.dims().stream().map(extent -> extent - 1).toList();
    List<Integer> zeros = List.of(0, 0, 0, 0);
    Tensor one = right.trace().fill(1, right.type().withShape(Shape.of(1, 1, 1, 1)));
    return right.plus(one.pad(last, zeros, zeros));
  }

  @Test
  void aFaultInATailIsFoundAndShrunk() {
    Backend faulty =
        new FaultyBackend(reference, ConvolutionInputGradient.class::isInstance, SweepTest::spoilt);
    Question wrong =
        Sweep.random(1, 60).stream()
            .filter(question -> !question.ask(faulty).stream().allMatch(Outcome::isRight))
            .findFirst()
            .orElseThrow();
    List<Outcome> outcomes =
        wrong.ask(faulty).stream().filter(outcome -> !outcome.isRight()).toList();
    assertThat(outcomes).extracting(Outcome::subject).containsOnly("convolution_input_gradient");
    assertThat(outcomes).extracting(Outcome::dtype).contains(DType.FLOAT32, DType.FLOAT64);
    Outcome smallest = Smallest.find(wrong, outcomes.get(0), faulty);
    assertThat(smallest.verdict()).isEqualTo(Verdict.WRONG);
    assertThat(smallest.row()).isEqualTo("[1,1,1,33] by [1,1,33,1], stride 1,1, padding 0,0,0,0");
    assertThat(smallest.message())
        .startsWith("convolution_input_gradient of [1,1,1,33] by")
        .contains("element 32: must be ");
  }

  @Test
  void theLongSweepMeetsEveryTail() {
    List<Geometry> geometries =
        Sweep.everything(1).stream().map(q -> ((GeometryQuestion) q).geometry()).toList();
    Set<List<Integer>> pairs =
        geometries.stream()
            .filter(ConvolutionGeometry.class::isInstance)
            .map(ConvolutionGeometry.class::cast)
            .map(geometry -> List.of(geometry.image().dim(3), geometry.channels()))
            .collect(Collectors.toSet());
    IntStream.of(1, 7, 8, 9, 31, 33, 47, 48, 49, 63, 65, 79, 81, 129, 130)
        .forEach(
            channels -> assertThat(pairs).contains(List.of(channels, 33), List.of(40, channels)));
    assertThat(geometries)
        .hasSizeGreaterThan(5000)
        .anyMatch(geometry -> geometry.name().contains(" by [7,7,"))
        .anyMatch(geometry -> geometry.name().startsWith("[64,"))
        .anyMatch(geometry -> geometry.name().contains(",33,33,"))
        .anyMatch(geometry -> geometry.name().contains("stride 3,3, padding 6,6,6,6"));
  }
}
