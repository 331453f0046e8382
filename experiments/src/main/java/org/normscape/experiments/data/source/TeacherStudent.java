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
 * Regression on what a fixed random network, the teacher, says of standard normal inputs: {@code y
 * = A relu(B x) + noise} with normal entries whose variance is 1 over the number of columns for A,
 * and 2 over it for B. A student with as many hidden units can reach a loss of 0 where there is no
 * noise.
 *
 * @param examples the number of examples to train on, and the number to test on
 * @param inputs the number of elements of x
 * @param hidden the number of the teacher's hidden units
 * @param outputs the number of elements of y
 * @param noise the standard deviation of what is added to each element of the targets
 */
@AutoService(DataSource.class)
public record TeacherStudent(int examples, int inputs, int hidden, int outputs, double noise)
    implements DataSource {

  private static final String NAME = "teacher-student";

  public TeacherStudent {
    Components.positive(TeacherStudent.class, "examples", examples);
    Components.positive(TeacherStudent.class, "inputs", inputs);
    Components.positive(TeacherStudent.class, "hidden", hidden);
    Components.positive(TeacherStudent.class, "outputs", outputs);
    Components.notNegative(TeacherStudent.class, "noise", noise);
  }

  public TeacherStudent() {
    this(1_000, 20, 10, 1, 0);
  }

  @Override
  public String describe(DataContext context) {
    return "%s + %s vectors of %s and what a network of %s hidden units says of them, which are drawn"
        .formatted(examples, examples, inputs, hidden);
  }

  @Override
  public Dataset load(DataContext context) {
    return Regression.dataset(
        NAME, part(context, "train"), part(context, "test"), new SquaredError(LossReduction.MEAN));
  }

  private Regression part(DataContext context, String part) {
    Matrix in = Matrix.normal(stream(context, "in"), hidden, inputs, StrictMath.sqrt(2.0 / inputs));
    Matrix out =
        Matrix.normal(stream(context, "out"), outputs, hidden, StrictMath.sqrt(1.0 / hidden));
    Matrix x = Matrix.normal(stream(context, part), examples, inputs, 1);
    Matrix said = x.timesTransposed(in).map(v -> Math.max(0, v)).timesTransposed(out);
    Matrix errors = Matrix.normal(stream(context, "noise/" + part), examples, outputs, noise);
    return new Regression(x, said.plus(errors));
  }

  private static RandomStream stream(DataContext context, String purpose) {
    return RandomStream.of(context.seed(), NAME + "/" + purpose);
  }
}
