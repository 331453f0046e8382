package org.normscape.experiments.data.source;

import com.google.auto.service.AutoService;
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
 * Regression on {@code y = A x}, where the elements of x and of A are standard normal: the data of
 * the deep linear network in Santurkar et al. (2018), §3.2 and appendix A, where A is 10×10 and one
 * batch holds all 1,000 examples.
 *
 * @param examples the number of examples to train on, and the number to test on
 * @param inputs the number of elements of x
 * @param outputs the number of elements of y
 * @param reduction how the squared errors become a loss. The paper writes {@code ‖Wx − Ax‖²} and
 *     does not say over what it is summed; {@code half-sum}, the default, is ½ of the sum over all
 *     examples, at which its losses begin where its figures do, and to which its learning rate
 *     belongs
 */
@AutoService(DataSource.class)
public record GaussianLinearMap(int examples, int inputs, int outputs, LossReduction reduction)
    implements DataSource {

  private static final String NAME = "gaussian-linear-map";

  public GaussianLinearMap {
    Components.positive(GaussianLinearMap.class, "examples", examples);
    Components.positive(GaussianLinearMap.class, "inputs", inputs);
    Components.positive(GaussianLinearMap.class, "outputs", outputs);
  }

  public GaussianLinearMap() {
    this(1_000, 10, 10, LossReduction.HALF_SUM);
  }

  @Override
  public String describe(DataContext context) {
    return "%s + %s vectors of %s and their images under a linear map, which are drawn"
        .formatted(examples, examples, inputs);
  }

  @Override
  public Dataset load(DataContext context) {
    Matrix map = Matrix.normal(RandomStream.of(context.seed(), NAME + "/map"), outputs, inputs, 1);
    return Regression.dataset(
        NAME,
        part(context.seed(), "train", map),
        part(context.seed(), "test", map),
        new SquaredError(reduction));
  }

  private Regression part(long seed, String part, Matrix map) {
    Matrix x = Matrix.normal(RandomStream.of(seed, NAME + "/" + part), examples, inputs, 1);
    return new Regression(x, x.timesTransposed(map));
  }
}
