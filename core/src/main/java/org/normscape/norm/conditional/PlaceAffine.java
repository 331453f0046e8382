package org.normscape.norm.conditional;

import com.google.auto.service.AutoService;
import org.normscape.component.Components;
import org.normscape.ir.Shape;
import org.normscape.ir.Tensor;
import org.normscape.nn.Call;
import org.normscape.nn.ParameterSpec;
import org.normscape.norm.Channels;
import org.normscape.params.Parameters;

/**
 * Scale and shift as linear maps of features at each place, such as the class of the object that is
 * there (Park, Liu, Wang and Zhu, "Semantic image synthesis with spatially-adaptive normalization",
 * 2019, equation 1, whose maps are two convolutions),
 *
 * <pre>
 *   scale = 1 + z · W + a        shift = z · V + b
 * </pre>
 *
 * <p>where all four start at 0.
 *
 * <p>Condition: {@code map}, {@code [n, …, features]}, of the places of the input. Parameters:
 * {@code scale-weight} and {@code shift-weight}, {@code [features, c]}; {@code scale-bias} and
 * {@code shift-bias}, {@code [c]}.
 *
 * @param features how many features a place has; at least 1
 */
@AutoService(AffineSource.class)
public record PlaceAffine(int features) implements AffineSource {

  private static final String MAP = "map";

  public PlaceAffine {
    Components.count(PlaceAffine.class, "features", features);
  }

  /** Ten features, one for each class of what can be there. */
  public PlaceAffine() {
    this(10);
  }

  @Override
  public Parameters<ParameterSpec> parameters(Shape input) {
    return LinearAffine.parameters(features, Channels.of(input, PlaceAffine.class).dim(0));
  }

  @Override
  public ScaleAndShift of(Call call, Tensor x) {
    Shape input = x.shape();
    Tensor map = call.condition(MAP, input.with(input.rank() - 1, features));
    Tensor rows = map.reshape(Shape.of(input.size() / input.dim(-1), features));
    ScaleAndShift ofRows = LinearAffine.of(call.parameters(), rows);
    return new ScaleAndShift(ofRows.scale().reshape(input), ofRows.shift().reshape(input));
  }
}
