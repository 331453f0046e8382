package org.normscape.linalg;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.withinPercentage;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.normscape.backend.Array;
import org.normscape.backend.Numerics;
import org.normscape.check.CountingBackend;
import org.normscape.ir.Shape;
import org.normscape.ir.TensorType;
import org.normscape.linalg.Comparison.Compared;
import org.normscape.params.Parameters;
import org.normscape.reference.ReferenceBackend;

/** Vectors in two parts, of any size: squares of their elements may be no numbers of their type. */
class ComparisonTest {

  private final CountingBackend backend = new CountingBackend(new ReferenceBackend());

  @AfterEach
  void close() {
    assertThat(backend.open()).isZero();
    backend.close();
  }

  private static Parameters<TensorType> types(Numerics numerics) {
    return Parameters.of("a", new TensorType(numerics.dtype(), Shape.of(2)))
        .and("b", new TensorType(numerics.dtype(), Shape.SCALAR));
  }

  private Parameters<Array> vector(Numerics numerics, double x, double y, double z) {
    return types(numerics)
        .map(type -> type.shape().rank() == 0 ? backend.array(type, z) : backend.array(type, x, y));
  }

  @ParameterizedTest
  @CsvSource({
    "FAST, 1",
    "FAST, 1e25",
    "FAST, 1e-25",
    "PRECISE, 1",
    "PRECISE, 1e200",
    "PRECISE, 1e-200",
    "EXACT, 1",
    "EXACT, 1e-80"
  })
  void lengthsAnglesAndDifferencesComeOutRight(Numerics numerics, double size) {
    Parameters<Array> u = vector(numerics, 2 * size, 0, size);
    Parameters<Array> v = vector(numerics, 2 * size, -2 * size, 0);
    try (Comparison comparison = new Comparison(backend, numerics, types(numerics));
        Norm norm = new Norm(backend, numerics, types(numerics))) {
      Compared found = comparison.of(u, v);
      assertThat(found.norm()).isCloseTo(Math.sqrt(5) * size, withinPercentage(1e-4));
      assertThat(found.otherNorm()).isCloseTo(Math.sqrt(8) * size, withinPercentage(1e-4));
      assertThat(found.difference()).isCloseTo(Math.sqrt(5) * size, withinPercentage(1e-4));
      assertThat(found.relativeDifference()).isCloseTo(1, withinPercentage(1e-4));
      assertThat(found.cosine()).isCloseTo(4 / Math.sqrt(40), withinPercentage(1e-4));
      assertThat(norm.of(u)).isCloseTo(Math.sqrt(5) * size, withinPercentage(1e-4));
    } finally {
      u.and(v.within("v")).values().forEach(Array::close);
    }
  }

  @Test
  void ordinaryVectorsTakeOneRun() {
    Parameters<Array> u = vector(Numerics.FAST, 1, 2, 3);
    Parameters<Array> v = vector(Numerics.FAST, 3, 2, 2);
    try (Comparison comparison = new Comparison(backend, Numerics.FAST, types(Numerics.FAST))) {
      comparison.of(u, v);
      assertThat(backend.runs()).isEqualTo(1);
      assertThat(comparison.of(u, u).difference()).isZero();
      assertThat(comparison.of(u, u).cosine()).isCloseTo(1, withinPercentage(1e-4));
    } finally {
      u.and(v.within("v")).values().forEach(Array::close);
    }
  }

  @Test
  void whatIsNotFiniteDoesNotLookSmall() {
    Parameters<Array> u = vector(Numerics.FAST, Double.POSITIVE_INFINITY, 0, 0);
    Parameters<Array> v = vector(Numerics.FAST, 1, 0, 0);
    try (Comparison comparison = new Comparison(backend, Numerics.FAST, types(Numerics.FAST))) {
      assertThat(comparison.of(u, v).relativeDifference()).isNaN();
    } finally {
      u.and(v.within("v")).values().forEach(Array::close);
    }
  }
}
