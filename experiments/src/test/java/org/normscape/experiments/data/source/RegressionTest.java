package org.normscape.experiments.data.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.normscape.experiments.data.DataContext;
import org.normscape.experiments.data.DataSource;
import org.normscape.experiments.data.Dataset;
import org.normscape.experiments.data.augment.NoAugmentation;
import org.normscape.experiments.data.batch.Batch;
import org.normscape.experiments.data.batch.Batches;
import org.normscape.experiments.data.example.Examples;
import org.normscape.ir.Shape;
import org.normscape.nn.loss.LossReduction;
import org.normscape.nn.loss.SquaredError;

/** The data that is drawn for regression, against what is known of it. */
final class RegressionTest {

  private static Dataset load(DataSource source, long seed) {
    return source.load(new DataContext(Optional.empty(), Map.of(), Path.of("home"), seed));
  }

  private static Batch all(Dataset data, Examples examples) {
    return new Batches(examples, data.standardization(), new NoAugmentation(), examples.size(), 1)
        .at(0);
  }

  @Test
  void theDataOfTheDeepLinearNetwork() {
    Dataset data = load(new GaussianLinearMap(), 1);
    assertThat(data.train().size()).isEqualTo(1_000);
    assertThat(data.input()).isEqualTo(Shape.of(10));
    assertThat(data.outputs()).isEqualTo(10);
    assertThat(data.loss()).isEqualTo(new SquaredError(LossReduction.HALF_SUM));
    Batch batch = all(data, data.train());
    double squares = squares(batch.target().size(), batch.target()::at);
    assertThat(squares / 2)
        .as("half the sum over all examples begins where the paper's figures do, at 4 to 6e4")
        .isBetween(3e4, 7e4);
    assertThat(squares(batch.input().size(), batch.input()::at) / batch.input().size())
        .isCloseTo(1, within(0.05));
  }

  private static double squares(int count, java.util.function.IntToDoubleFunction values) {
    return IntStream.range(0, count).mapToDouble(values).map(v -> v * v).sum();
  }

  @Test
  void oneLinearMapMakesTheTargetsOfBothParts() {
    Dataset data = load(new GaussianLinearMap(50, 2, 3, LossReduction.SUM), 4);
    assertThat(data.loss()).isEqualTo(new SquaredError(LossReduction.SUM));
    Batch train = all(data, data.train());
    Batch test = all(data, data.test());
    assertThat(train.input().at(0)).isNotEqualTo(test.input().at(0));
    for (int output = 0; output < 3; output++) {
      double[] row = solve(train, output);
      for (int i = 0; i < 50; i++) {
        double expected = row[0] * test.input().at(2 * i) + row[1] * test.input().at(2 * i + 1);
        assertThat(test.target().at(3 * i + output)).isCloseTo(expected, within(1e-12));
      }
    }
  }

  /** The row of the map behind an output, from the first two examples, by Cramer's rule. */
  private static double[] solve(Batch batch, int output) {
    double a = batch.input().at(0);
    double b = batch.input().at(1);
    double c = batch.input().at(2);
    double d = batch.input().at(3);
    double y = batch.target().at(output);
    double z = batch.target().at(3 + output);
    double determinant = a * d - b * c;
    return new double[] {(y * d - b * z) / determinant, (a * z - y * c) / determinant};
  }

  @Test
  void theHessianOfLeastSquaresHasTheGivenSpectrum() {
    List<Double> eigenvalues = List.of(4.0, 1.0, 0.01, 0.0);
    Dataset data = load(new LeastSquares(30, eigenvalues, 0), 2);
    assertThat(data.loss()).isEqualTo(new SquaredError(LossReduction.HALF_SUM));
    double[][] hessian = hessian(all(data, data.train()), 30, 4);
    double[][] power = hessian;
    for (int k = 1; k <= 4; k++) {
      int exponent = k;
      double expected = eigenvalues.stream().mapToDouble(v -> Math.pow(v, exponent)).sum();
      assertThat(trace(power)).as("trace of H^%d", k).isCloseTo(expected, within(1e-11));
      power = product(power, hessian);
    }
    assertThat(Math.abs(hessian[0][1])).as("not along the axes").isGreaterThan(1e-3);
  }

  @Test
  void testInputsOfLeastSquaresHaveTheSameCovariance() {
    Dataset data = load(new LeastSquares(20_000, List.of(9.0, 1.0), 0), 2);
    double[][] train = hessian(all(data, data.train()), 20_000, 2);
    double[][] test = hessian(all(data, data.test()), 20_000, 2);
    for (int i = 0; i < 4; i++) {
      assertThat(test[i / 2][i % 2]).isCloseTo(train[i / 2][i % 2], within(0.3));
    }
  }

  @Test
  void noiseIsAddedToTargetsAlone() {
    Batch clean = batch(new LeastSquares(400, List.of(2.0, 1.0), 0));
    Batch noisy = batch(new LeastSquares(400, List.of(2.0, 1.0), 0.5));
    assertThat(noisy.input().floats()).isEqualTo(clean.input().floats());
    double variance = squares(400, i -> noisy.target().at(i) - clean.target().at(i)) / 400;
    assertThat(variance).isCloseTo(0.25, within(0.05));
  }

  private static Batch batch(DataSource source) {
    Dataset data = load(source, 3);
    return all(data, data.train());
  }

  private static double[][] hessian(Batch batch, int examples, int width) {
    double[][] sum = new double[width][width];
    for (int n = 0; n < examples; n++) {
      for (int i = 0; i < width * width; i++) {
        sum[i / width][i % width] +=
            batch.input().at(n * width + i / width) * batch.input().at(n * width + i % width);
      }
    }
    return sum;
  }

  private static double trace(double[][] matrix) {
    return IntStream.range(0, matrix.length).mapToDouble(i -> matrix[i][i]).sum();
  }

  private static double[][] product(double[][] a, double[][] b) {
    double[][] product = new double[a.length][a.length];
    for (int i = 0; i < a.length; i++) {
      for (int j = 0; j < a.length; j++) {
        for (int k = 0; k < a.length; k++) {
          product[i][j] += a[i][k] * b[k][j];
        }
      }
    }
    return product;
  }

  @Test
  void aTeacherOfOneUnitIsARamp() {
    Batch batch = batch(new TeacherStudent(200, 1, 1, 1, 0));
    double slope = 0;
    for (int i = 0; i < 200; i++) {
      slope += batch.target().at(i) == 0 ? 0 : batch.target().at(i) / batch.input().at(i) / 200;
    }
    long active = IntStream.range(0, 200).filter(i -> batch.target().at(i) != 0).count();
    double exact = slope * 200 / active;
    assertThat(active).isBetween(60L, 140L);
    for (int i = 0; i < 200; i++) {
      double said = batch.target().at(i);
      double ramp = said == 0 ? 0 : exact * batch.input().at(i);
      assertThat(said).isCloseTo(ramp, within(1e-12));
    }
  }

  @Test
  void theSeedDecides() {
    for (DataSource source :
        new DataSource[] {new GaussianLinearMap(), new LeastSquares(), new TeacherStudent()}) {
      assertThat(load(source, 1).sha256()).isEqualTo(load(source, 1).sha256());
      assertThat(load(source, 1).sha256()).isNotEqualTo(load(source, 2).sha256());
      Map<String, String> parts = load(source, 1).sha256();
      assertThat(parts.get("train")).isNotEqualTo(parts.get("test"));
    }
  }

  @Test
  void wrongComponentsAreNamed() {
    assertThatThrownBy(() -> new LeastSquares(3, List.of(1.0, 2.0, 3.0, 4.0), 0))
        .hasMessageContaining(
            "examples must be at least 4, the number of eigenvalues, but it is 3");
    assertThatThrownBy(() -> new LeastSquares(3, List.of(-1.0), 0))
        .hasMessageContaining("eigenvalues must be at least one number, none below 0");
    assertThatThrownBy(() -> new TeacherStudent(1, 1, 0, 1, 0))
        .hasMessageContaining("hidden must be greater than 0, but it is 0");
    assertThatThrownBy(() -> new GaussianLinearMap(0, 1, 1, LossReduction.SUM))
        .hasMessageContaining("examples must be greater than 0");
  }
}
