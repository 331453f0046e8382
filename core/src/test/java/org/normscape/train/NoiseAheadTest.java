package org.normscape.train;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.junit.jupiter.api.Test;
import org.normscape.backend.Array;
import org.normscape.backend.Backend;
import org.normscape.backend.Backends;
import org.normscape.backend.Compilation;
import org.normscape.backend.Executable;
import org.normscape.backend.FloatSource;
import org.normscape.backend.ForwardingBackend;
import org.normscape.contract.cases.NoisyScale;
import org.normscape.ir.DType;
import org.normscape.ir.Program;
import org.normscape.ir.Shape;
import org.normscape.ir.TensorType;
import org.normscape.nn.Dense;
import org.normscape.nn.Layer;
import org.normscape.nn.Reduction;
import org.normscape.nn.Sequential;
import org.normscape.nn.SoftmaxCrossEntropy;
import org.normscape.objective.NetworkObjective;
import org.normscape.objective.Objective;
import org.normscape.params.Parameters;

final class NoiseAheadTest {

  private static final Objective NOISY =
      objective(Sequential.of(new NoisyScale(0.5), Dense.of(5), new NoisyScale(0.5), Dense.of(2)));

  /** A backend that remembers the arrays it made. */
  private record Remembering(Backend backend, Queue<Array> made) implements ForwardingBackend {

    Remembering() {
      this(Backends.open("reference"), new ConcurrentLinkedQueue<>());
    }

    @Override
    public Executable compile(Program program, Compilation compilation) {
      return backend.compile(program, compilation);
    }

    @Override
    public Array array(TensorType type, FloatSource source) {
      Array array = backend.array(type, source);
      made.add(array);
      return array;
    }
  }

  private static Objective objective(Layer network) {
    return new NetworkObjective(
        network, new SoftmaxCrossEntropy(Reduction.MEAN), Shape.of(3, 4), DType.FLOAT32);
  }

  private static List<double[]> numbers(Parameters<Array> arrays) {
    return arrays.map(Array::toDoubles).values();
  }

  @Test
  void isTheNoiseOfTheStepInAnyOrder() {
    try (Backend backend = new Remembering();
        NoiseAhead ahead = new NoiseAhead(NOISY, backend, 7)) {
      for (int step : new int[] {0, 1, 2, 9, 10, 3, 3}) {
        Parameters<Array> noise = ahead.at(step);
        Parameters<Array> expected = NOISY.drawNoise(backend, 7, step);
        assertThat(noise.paths()).isEqualTo(expected.paths()).hasSize(2);
        assertThat(numbers(noise)).containsExactlyElementsOf(numbers(expected));
      }
    }
  }

  @Test
  void closesWhatNobodyAskedFor() {
    Remembering backend = new Remembering();
    try (NoiseAhead ahead = new NoiseAhead(NOISY, backend, 7)) {
      for (int step : new int[] {0, 5, 6}) {
        ahead.at(step).values().forEach(Array::close);
      }
    }
    assertThat(backend.made()).hasSize(10);
    assertThat(backend.made())
        .allSatisfy(
            array ->
                assertThatThrownBy(array::toDoubles).isInstanceOf(IllegalStateException.class));
    backend.close();
  }

  @Test
  void isNothingWhereNoLayerDraws() {
    Remembering backend = new Remembering();
    try (NoiseAhead ahead = new NoiseAhead(objective(Dense.of(2)), backend, 7)) {
      assertThat(ahead.at(0).paths()).isEmpty();
    }
    assertThat(backend.made()).isEmpty();
    backend.close();
  }
}
