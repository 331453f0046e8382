package org.normscape.nn.noise;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.normscape.backend.Array;
import org.normscape.backend.Backend;
import org.normscape.backend.Backends;
import org.normscape.backend.Compilation;
import org.normscape.backend.Executable;
import org.normscape.backend.FloatSource;
import org.normscape.backend.ForwardingBackend;
import org.normscape.ir.DType;
import org.normscape.ir.Program;
import org.normscape.ir.Shape;
import org.normscape.ir.TensorType;
import org.normscape.params.Parameters;

final class NoiseArraysTest {

  private static final Shape REFUSED = Shape.of(11);

  private static final Parameters<NoiseSpec> SPECS =
      Parameters.like(
          Parameters.of("a", 0).and("b", 0).and("c", 0),
          IntStream.of(5000, 3, 40)
              .mapToObj(count -> new NoiseSpec(Shape.of(count), new UniformNoise(0, 1)))
              .toList());

  /** A backend that remembers the arrays it made, and has no memory for one shape. */
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
      if (type.shape().equals(REFUSED)) {
        throw new OutOfMemoryError("no memory for %s".formatted(type));
      }
      Array array = backend.array(type, source);
      made.add(array);
      return array;
    }
  }

  @Test
  void areTheNoiseOfTheStepByPath() {
    try (Backend backend = Backends.open("reference")) {
      Parameters<Array> arrays = NoiseArrays.draw(SPECS, DType.FLOAT32, backend, 7, 3);
      Parameters<FloatSource> expected = Noise.draw(SPECS, 7, 3);
      assertThat(arrays.paths()).containsExactly("a", "b", "c");
      for (String path : SPECS.paths()) {
        int count = SPECS.get(path).shape().size();
        float[] numbers = expected.get(path).toFloats(count);
        assertThat(arrays.get(path).toDoubles())
            .containsExactly(IntStream.range(0, count).mapToDouble(i -> numbers[i]).toArray());
      }
    }
  }

  @Test
  void closeWhereOneCannotBeMade() {
    try (Remembering backend = new Remembering()) {
      Parameters<NoiseSpec> specs = SPECS.and("d", new NoiseSpec(REFUSED, new UniformNoise(0, 1)));
      assertThatThrownBy(() -> NoiseArrays.draw(specs, DType.FLOAT32, backend, 7, 0))
          .isInstanceOf(OutOfMemoryError.class)
          .hasMessageContaining("no memory for");
      assertThat(backend.made()).hasSize(3);
      assertThat(backend.made())
          .allSatisfy(
              array ->
                  assertThatThrownBy(array::toDoubles).isInstanceOf(IllegalStateException.class));
    }
  }

  @Test
  void areNoneWhereNoLayerDraws() {
    try (Remembering backend = new Remembering()) {
      assertThat(NoiseArrays.draw(Parameters.none(), DType.FLOAT32, backend, 7, 0).paths())
          .isEmpty();
      assertThat(backend.made()).isEmpty();
    }
  }
}
