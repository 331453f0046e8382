package org.normscape.experiments.data.source;

import com.google.auto.service.AutoService;
import java.util.List;
import java.util.stream.IntStream;
import org.normscape.component.Components;
import org.normscape.experiments.data.DataContext;
import org.normscape.experiments.data.DataSource;
import org.normscape.experiments.data.Dataset;
import org.normscape.experiments.data.generate.Matrix;
import org.normscape.experiments.data.generate.Regression;
import org.normscape.nn.loss.LossReduction;
import org.normscape.nn.loss.SquaredError;
import org.normscape.random.RandomStream;

/**
 * Least squares with a given spectrum: on a batch of all examples, the Hessian of {@code ½ Σ (w·x −
 * y)²} in the weights of a linear model without bias has exactly these eigenvalues, with
 * eigenvectors of random directions. The inputs are {@code X = U √Λ Vᵀ} with random orthonormal U
 * and V, the targets {@code X w + noise}, w standard normal. Test inputs are normal with the
 * covariance {@code V Λ Vᵀ / examples}.
 *
 * @param examples the number of examples to train on, not less than that of eigenvalues, and the
 *     number to test on
 * @param eigenvalues the eigenvalues of the Hessian, none negative: one for each element of the
 *     inputs. The default falls as 1/k²
 * @param noise the standard deviation of what is added to each target
 */
@AutoService(DataSource.class)
public record LeastSquares(int examples, List<Double> eigenvalues, double noise)
    implements DataSource {

  private static final String NAME = "least-squares";

  public LeastSquares {
    eigenvalues = List.copyOf(eigenvalues);
    Components.require(
        !eigenvalues.isEmpty()
            && eigenvalues.stream().allMatch(value -> value >= 0 && Double.isFinite(value)),
        LeastSquares.class,
        "eigenvalues",
        "must be at least one number, none below 0",
        eigenvalues);
    Components.require(
        examples >= eigenvalues.size(),
        LeastSquares.class,
        "examples",
        "must be at least %s, the number of eigenvalues".formatted(eigenvalues.size()),
        examples);
    Components.notNegative(LeastSquares.class, "noise", noise);
  }

  public LeastSquares() {
    this(200, IntStream.rangeClosed(1, 20).mapToObj(k -> 1.0 / (k * k)).toList(), 0);
  }

  @Override
  public String describe(DataContext context) {
    return "least squares with %s eigenvalues and %s + %s examples, which are drawn"
        .formatted(eigenvalues.size(), examples, examples);
  }

  @Override
  public Dataset load(DataContext context) {
    int width = eigenvalues.size();
    Matrix axes = Matrix.orthonormal(stream(context, "axes"), width, width);
    Matrix weights = Matrix.normal(stream(context, "weights"), 1, width, 1);
    Matrix train =
        Matrix.orthonormal(stream(context, "train"), examples, width)
            .scaled(roots(1))
            .timesTransposed(axes);
    Matrix test =
        Matrix.normal(stream(context, "test"), examples, width, 1)
            .scaled(roots(examples))
            .timesTransposed(axes);
    return Regression.dataset(
        NAME,
        part(context, "train", train, weights),
        part(context, "test", test, weights),
        new SquaredError(LossReduction.HALF_SUM));
  }

  private double[] roots(int divisor) {
    return eigenvalues.stream().mapToDouble(value -> StrictMath.sqrt(value / divisor)).toArray();
  }

  private Regression part(DataContext context, String part, Matrix inputs, Matrix weights) {
    Matrix errors = Matrix.normal(stream(context, "noise/" + part), examples, 1, noise);
    return new Regression(inputs, inputs.timesTransposed(weights).plus(errors));
  }

  private static RandomStream stream(DataContext context, String purpose) {
    return RandomStream.of(context.seed(), NAME + "/" + purpose);
  }
}
