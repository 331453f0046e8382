package org.normscape.linalg;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.DoubleStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.normscape.backend.Array;
import org.normscape.check.CountedSpace;
import org.normscape.check.CountingBackend;
import org.normscape.check.KnownMatrices;
import org.normscape.ir.DType;
import org.normscape.params.Owner;
import org.normscape.params.Parameters;
import org.normscape.random.RandomStream;

class VectorSpaceTest {

  private static final int SIZE = 5;

  @RegisterExtension private final CountedSpace counted = CountedSpace.of(SIZE);

  private final CountingBackend backend = counted.backend();
  private final VectorSpace space = counted.space();
  private final Owner owner = counted.owner();

  private Parameters<Array> vector(double... elements) {
    return owner.own(space.array(elements));
  }

  @Test
  void vectorsAddAndMultiply() {
    Parameters<Array> x = vector(1, 2, 3, 4, 5);
    Parameters<Array> y = vector(2, 0, -1, 0, 1);
    assertThat(space.dimension()).isEqualTo(SIZE);
    assertThat(space.dot(x, y)).isEqualTo(4);
    assertThat(space.norm(x)).isEqualTo(Math.sqrt(55));
    assertThat(space.partDots(x, y).byPath()).containsEntry("head", 2.0).containsEntry("tail", 2.0);
    assertThat(space.toDoubles(owner.own(space.scaled(-2, x))))
        .containsExactly(-2, -4, -6, -8, -10);
    assertThat(space.toDoubles(owner.own(space.plus(x, 3, y)))).containsExactly(7, 2, 0, 4, 8);
    assertThat(space.toDoubles(owner.own(space.product(x, y)))).containsExactly(2, 0, -3, 0, 5);
    assertThat(space.toDoubles(x)).containsExactly(1, 2, 3, 4, 5);
  }

  /** Blocks of every size, and several. */
  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 7, 8, 9, 21})
  void manyVectorsAtOnceAreAsOneAfterTheOther(int count) {
    RandomStream random = RandomStream.of(count, "many");
    Parameters<Array> x = vector(random.normal(SIZE, 1));
    List<Parameters<Array>> ys = new ArrayList<>();
    double[] factors = random.normal(count, 1);
    double[] sum = space.toDoubles(x);
    double[] combination = new double[SIZE];
    double[] dots = new double[count];
    for (int i = 0; i < count; i++) {
      double[] y = random.normal(SIZE, 1);
      ys.add(vector(y));
      dots[i] = space.dot(x, ys.get(i));
      for (int k = 0; k < SIZE; k++) {
        sum[k] += factors[i] * y[k];
        combination[k] += factors[i] * y[k];
      }
    }
    assertThat(space.dots(x, ys)).containsExactly(dots, within(1e-14));
    assertThat(space.toDoubles(owner.own(space.plus(x, factors, ys))))
        .containsExactly(sum, within(1e-13));
    assertThat(space.toDoubles(owner.own(space.combination(factors, ys))))
        .containsExactly(combination, within(1e-13));
  }

  @Test
  void innerProductsOfFloat32AreTakenInFloat64() {
    try (VectorSpace narrow = KnownMatrices.space(backend, DType.FLOAT32, SIZE)) {
      Parameters<Array> x = owner.own(narrow.array(1 << 12, 1, 1, 1, 1));
      assertThat(narrow.dot(x, x)).isEqualTo((1 << 24) + 4);
      Parameters<Array> tiny = owner.own(narrow.array(1e-30, 0, 0, 0, 1e-30));
      assertThat(narrow.norm(tiny)).isCloseTo(Math.sqrt(2) * 1e-30, within(1e-37));
      assertThat(narrow.toDoubles(owner.own(narrow.scaled(1 / narrow.norm(tiny), tiny)))[0])
          .isCloseTo(Math.sqrt(0.5), within(1e-7));
    }
  }

  @Test
  void aMeanTakesVectorsOneByOne() {
    VectorMean mean = new VectorMean(space);
    mean.add(space.array(1, 2, 3, 4, 5));
    mean.add(space.array(3, 2, 1, 0, -1));
    assertThat(space.toDoubles(owner.own(mean.mean()))).containsExactly(2, 2, 2, 2, 2);
    assertThatThrownBy(() -> new VectorMean(space).mean())
        .hasMessageContaining("there must be a vector, but there is none");
  }

  @Test
  void randomVectorsHaveUnitCovariance() {
    double[] signs = RandomLaw.RADEMACHER.draw(RandomStream.of(1, "law"), 1000);
    assertThat(signs).containsOnly(-1, 1);
    assertThat(Math.abs(DoubleStream.of(signs).sum())).isLessThan(130);
    double[] sphere = RandomLaw.SPHERE.draw(RandomStream.of(1, "law"), 1000);
    assertThat(DoubleStream.of(sphere).map(x -> x * x).sum()).isCloseTo(1000, within(1e-9));
  }

  @Test
  void aVectorHasItsElements() {
    assertThatThrownBy(() -> space.array(1, 2))
        .hasMessage(
            "VectorSpace: a vector must have 5 elements, but there are 2. To fix: pass one value for each element.");
  }

  private static void check(LinearOperator operator, VectorSpace space) {
    OperatorCheck.check("Probe", operator, space, RandomStream.of(1, "check"));
  }

  @Test
  void anOperatorIsWhatItSays() {
    check(
        HostOperator.of(space, KnownMatrices.withSpectrum(new double[] {1e9, 1, 1e-9, 0, -3}, 1)),
        space);
    check(new HostOperator(space, VectorSpaceTest::shifted, false), space);
    assertThatThrownBy(() -> check(new HostOperator(space, VectorSpaceTest::shifted, true), space))
        .hasMessageStartingWith("Probe: an operator must be symmetric, as it says, but uᵀ(Hv) is");
  }

  private static double[] shifted(double[] x) {
    double[] y = x.clone();
    y[0] = x[4];
    return y;
  }

  @Test
  void whatDrawsAnewIsNamed() {
    RandomStream random = RandomStream.of(1, "noise");
    LinearOperator noisy =
        new HostOperator(
            space,
            x -> {
              double[] y = x.clone();
              y[3] += random.nextUniform();
              return y;
            },
            true);
    assertThatThrownBy(() -> check(noisy, space))
        .hasMessageStartingWith(
            "Probe: an operator must give the same product for the same vector, but two products differ by")
        .hasMessageContaining("most of all in tail");
  }

  @Test
  void whatIsNotFiniteIsNotJudged() {
    check(
        new HostOperator(space, x -> DoubleStream.of(x).map(y -> Double.NaN).toArray(), true),
        space);
    int open = backend.open();
    assertThat(open).isZero();
  }
}
