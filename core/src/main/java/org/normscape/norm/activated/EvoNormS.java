package org.normscape.norm.activated;

import java.util.List;
import org.normscape.ir.Shape;
import org.normscape.ir.Tensor;
import org.normscape.nn.Layer;
import org.normscape.nn.ParameterSpec;
import org.normscape.nn.Stateless;
import org.normscape.norm.Affine;
import org.normscape.norm.ChannelGroups;
import org.normscape.norm.Channels;
import org.normscape.params.Parameters;

/**
 * An EvoNorm with statistics of single examples: each element is multiplied with a gate and divided
 * by the size of its group of neighbouring channels. Where no activation function would follow, the
 * layer is {@code x · scale + shift}, as in the authors' code.
 */
interface EvoNormS extends Activated, Stateless {

  /** The number of groups of channels. */
  int groups();

  /** What is added under the root. */
  double epsilon();

  /** Elements times their gate. */
  Tensor gated(Parameters<Tensor> parameters, Tensor x);

  /** What is under the root, of the elements that share their place on the kept axes. */
  Tensor square(Tensor grouped, List<Integer> keptAxes);

  @Override
  default Layer withoutActivation() {
    return new ChannelAffine();
  }

  @Override
  default Shape output(Shape input) {
    ChannelGroups.of(input, groups(), getClass());
    return input;
  }

  @Override
  default Parameters<ParameterSpec> parameters(Shape input) {
    return Affine.WITH.parameters(Channels.of(output(input), getClass()));
  }

  @Override
  default Tensor apply(Parameters<Tensor> parameters, Tensor x) {
    Shape grouped = ChannelGroups.of(x.shape(), groups(), getClass()).of(x.shape());
    List<Integer> kept = List.of(0, x.shape().rank() - 1);
    Tensor size =
        square(x.reshape(grouped), kept)
            .plus(epsilon())
            .sqrt()
            .broadcast(grouped, grouped.axesExcept(kept))
            .reshape(x.shape());
    return Affine.WITH.apply(parameters, gated(parameters, x).dividedBy(size));
  }
}
