package org.normscape.norm.conditional;

import com.google.auto.service.AutoService;
import org.normscape.component.Components;
import org.normscape.ir.Shape;
import org.normscape.ir.Tensor;
import org.normscape.nn.Call;
import org.normscape.nn.ParameterSpec;
import org.normscape.nn.Role;
import org.normscape.nn.initialization.Constant;
import org.normscape.norm.Channels;
import org.normscape.params.Parameters;

/**
 * Scale and shift by the class of each example: a row of a table each (Dumoulin, Shlens and Kudlur,
 * "A learned representation for artistic style", 2017, section 2.2; de Vries et al., "Modulating
 * early visual processing by language", 2017). A class can be whatever examples are sorted by, such
 * as the data set they come from.
 *
 * <p>Condition: {@code class}, {@code [n, classes]}, 1 at the class of the example and 0 elsewhere,
 * or shares of classes, by which rows are mixed. Parameters: {@code scale}, which starts at 1, and
 * {@code shift}, which starts at 0, {@code [classes, c]}.
 *
 * @param classes how many classes there are; at least 1
 */
@AutoService(AffineSource.class)
public record ClassAffine(int classes) implements AffineSource {

  private static final String CLASS = "class";
  private static final String SCALE = "scale";
  private static final String SHIFT = "shift";

  public ClassAffine {
    Components.count(ClassAffine.class, "classes", classes);
  }

  /** Ten classes, as many as most data sets here have. */
  public ClassAffine() {
    this(10);
  }

  @Override
  public Parameters<ParameterSpec> parameters(Shape input) {
    Shape table = Shape.of(classes, Channels.of(input, ClassAffine.class).dim(0));
    return Parameters.of(SCALE, new ParameterSpec(table, Role.SCALE, Constant.ONE))
        .and(SHIFT, new ParameterSpec(table, Role.SHIFT, Constant.ZERO));
  }

  @Override
  public ScaleAndShift of(Call call, Tensor x) {
    Tensor chosen = call.condition(CLASS, Shape.of(x.shape().dim(0), classes));
    return new ScaleAndShift(
            chosen.matmul(call.parameters().get(SCALE)),
            chosen.matmul(call.parameters().get(SHIFT)))
        .spread(x);
  }
}
