package org.normscape.norm.weight;

import com.google.auto.service.AutoService;
import org.normscape.ir.Tensor;
import org.normscape.nn.Applied;
import org.normscape.nn.Call;
import org.normscape.norm.Normalization;
import org.normscape.norm.WeightNormalization;

/**
 * Weight centralization: the mean of the weights v of each output feature is taken away,
 *
 * <pre>
 *   w = v − mean(v)
 * </pre>
 *
 * <p>as in Yan et al., "Towards stabilizing batch statistics in backward propagation of batch
 * normalization", 2020. The mean is over all axes but the last. The gradient in v has the mean 0 as
 * well: on linear layers this is the gradient centralization of Yong et al. (2020) for gradient
 * descent, but for the mean at the start. It learns and remembers nothing.
 */
@AutoService(Normalization.class)
public record WeightCentralization() implements WeightNormalization {

  @Override
  public Applied apply(Call call, Tensor v) {
    return Applied.of(FanIn.centered(v));
  }
}
