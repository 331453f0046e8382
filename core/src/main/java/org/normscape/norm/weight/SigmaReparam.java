package org.normscape.norm.weight;

import com.google.auto.service.AutoService;
import org.normscape.ir.Shape;
import org.normscape.ir.Tensor;
import org.normscape.nn.Applied;
import org.normscape.nn.Call;
import org.normscape.nn.ParameterSpec;
import org.normscape.nn.Role;
import org.normscape.nn.initialization.Constant;
import org.normscape.norm.Normalization;
import org.normscape.norm.WeightNormalization;
import org.normscape.params.Parameters;

/**
 * σReparam (Zhai et al., "Stabilizing transformer training by preventing attention entropy
 * collapse", 2023): spectral normalization with a learned spectral norm,
 *
 * <pre>
 *   w = γ · W / (uᵀWv)
 * </pre>
 *
 * <p>{@code γ} is the parameter {@code scale}, one number that starts at 1. {@code u} and {@code v}
 * are state and frozen values, as {@link SpectralNorm} says.
 *
 * @param iterations how many power iterations each step makes, at least 1
 * @param epsilon the least norm by which u and v are divided; at least 0
 */
@AutoService(Normalization.class)
public record SigmaReparam(int iterations, double epsilon) implements WeightNormalization {

  private static final String SCALE = "scale";

  public SigmaReparam {
    spectralNorm(iterations, epsilon);
  }

  /** One iteration, epsilon 1e-12. */
  public SigmaReparam() {
    this(1, 1e-12);
  }

  @Override
  public Parameters<ParameterSpec> parameters(ParameterSpec weight) {
    return Parameters.of(SCALE, new ParameterSpec(Shape.SCALAR, Role.SCALE, Constant.ONE));
  }

  @Override
  public Parameters<ParameterSpec> state(ParameterSpec weight) {
    return spectralNorm(iterations, epsilon).state(weight);
  }

  @Override
  public Parameters<Shape> frozen(ParameterSpec weight) {
    return spectralNorm(iterations, epsilon).frozen(weight);
  }

  @Override
  public Applied apply(Call call, Tensor w) {
    Applied divided = spectralNorm(iterations, epsilon).apply(call, w);
    return Applied.of(divided.output().scaledBy(call.parameters().get(SCALE)), divided.state())
        .withFrozen(divided.frozen());
  }

  private static SpectralNorm spectralNorm(int iterations, double epsilon) {
    return new SpectralNorm(iterations, epsilon);
  }
}
