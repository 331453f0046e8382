package org.normscape.norm.elementwise;

import com.google.auto.service.AutoService;
import org.normscape.component.Components;
import org.normscape.component.Word;
import org.normscape.ir.Shape;
import org.normscape.ir.Tensor;
import org.normscape.nn.Layer;
import org.normscape.nn.ParameterSpec;
import org.normscape.nn.Role;
import org.normscape.nn.Stateless;
import org.normscape.nn.initialization.Constant;
import org.normscape.norm.ActivationNormalization;
import org.normscape.norm.Affine;
import org.normscape.norm.Channels;
import org.normscape.norm.Normalization;
import org.normscape.params.Parameters;

/**
 * Dynamic tanh (Zhu, Chen, He, LeCun and Liu, "Transformers without normalization", CVPR 2025,
 * equation 1): a bounded function of each element of {@code [n, …, c]} in the place of a
 * normalization, without statistics,
 *
 * <pre>
 *   y = tanh(α · x) · scale + shift
 * </pre>
 *
 * <p>Near 0 it is linear with slope {@code α · scale}. Parameters: {@code alpha}, a number; {@code
 * scale} and {@code shift}, {@code [c]}.
 *
 * @param alpha where α starts; above 0
 * @param affine whether scale and shift are learned; without, they are 1 and 0
 */
@Word("dyt")
@AutoService({Normalization.class, Layer.class})
public record DyT(double alpha, Affine affine) implements ActivationNormalization, Stateless {

  private static final String ALPHA = "alpha";

  public DyT {
    Components.positive(DyT.class, "alpha", alpha);
  }

  /** The paper's: α starts at 0.5, learned scale and shift. */
  public DyT() {
    this(0.5, Affine.WITH);
  }

  @Override
  public boolean makesBiasRedundant() {
    return false;
  }

  @Override
  public Parameters<ParameterSpec> parameters(Shape input) {
    return Parameters.of(ALPHA, new ParameterSpec(Shape.SCALAR, Role.SCALE, new Constant(alpha)))
        .and(affine.parameters(Channels.of(input, DyT.class)));
  }

  @Override
  public Tensor apply(Parameters<Tensor> parameters, Tensor x) {
    return affine.apply(parameters, x.scaledBy(parameters.get(ALPHA)).tanh());
  }
}
