package org.normscape.norm.conditional;

import com.google.auto.service.AutoService;
import java.util.List;
import org.normscape.ir.Shape;
import org.normscape.ir.Tensor;
import org.normscape.nn.Call;
import org.normscape.nn.ParameterSpec;
import org.normscape.norm.Channels;
import org.normscape.params.Parameters;

/**
 * Scale and shift as linear maps of the input itself, with the mean z of each channel of an example
 * over its places,
 *
 * <pre>
 *   scale = 1 + z · W + a        shift = z · V + b
 * </pre>
 *
 * <p>where all four start at 0. There is no condition from outside: so this one works in any
 * network.
 *
 * <p>Parameters: {@code scale-weight} and {@code shift-weight}, {@code [c, c]}; {@code scale-bias}
 * and {@code shift-bias}, {@code [c]}.
 */
@AutoService(AffineSource.class)
public record PooledAffine() implements AffineSource {

  @Override
  public Parameters<ParameterSpec> parameters(Shape input) {
    int channels = Channels.of(input, PooledAffine.class).dim(0);
    return LinearAffine.parameters(channels, channels);
  }

  @Override
  public ScaleAndShift of(Call call, Tensor x) {
    List<Integer> places = x.shape().axesExcept(List.of(0, x.shape().rank() - 1));
    return LinearAffine.of(call.parameters(), x.mean(places)).spread(x);
  }
}
