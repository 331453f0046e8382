package example;

import java.util.List;
import java.util.stream.IntStream;
import org.normscape.ir.Shape;
import org.normscape.ir.Tensor;
import org.normscape.nn.ParameterSpec;
import org.normscape.nn.Stateless;
import org.normscape.norm.ActivationNormalization;
import org.normscape.params.Parameters;

/** Each example divided by 1 more than its largest element. */
public record PeakNorm() implements ActivationNormalization, Stateless {

  @Override
  public boolean makesBiasRedundant() {
    return false;
  }

  @Override
  public Parameters<ParameterSpec> parameters(Shape input) {
    return Parameters.none();
  }

  @Override
  public Tensor apply(Parameters<Tensor> parameters, Tensor x) {
    List<Integer> within = IntStream.range(1, x.shape().rank()).boxed().toList();
    Tensor peak = x.absolute().max(within).plus(1);
    return x.dividedBy(peak.broadcast(x.shape(), within));
  }
}
