package org.normscape.norm.elementwise;

import com.google.auto.service.AutoService;
import org.normscape.component.Components;
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
 * Dynamic error function (Chen et al., CVPR 2026, arXiv 2512.10938): a bounded function of each
 * element of {@code [n, …, c]} in the place of a normalization, without statistics,
 *
 * <pre>
 *   y = erf(α · x + s) · scale + shift
 * </pre>
 *
 * <p>Near 0 it has the slope of {@link DyT} if its α is {@code √π / 2} times as large. Parameters:
 * {@code alpha} and {@code offset} (the paper's s), numbers; {@code scale} and {@code shift},
 * {@code [c]}.
 *
 * @param alpha where α starts; above 0
 * @param affine whether scale and shift are learned; without, they are 1 and 0
 */
@AutoService({Normalization.class, Layer.class})
public record Derf(double alpha, Affine affine) implements ActivationNormalization, Stateless {

  private static final String ALPHA = "alpha";
  private static final String OFFSET = "offset";

  public Derf {
    Components.positive(Derf.class, "alpha", alpha);
  }

  /** As in the authors' code: α starts at 0.5 and s at 0, learned scale and shift. */
  public Derf() {
    this(0.5, Affine.WITH);
  }

  @Override
  public boolean makesBiasRedundant() {
    return false;
  }

  @Override
  public Parameters<ParameterSpec> parameters(Shape input) {
    return Parameters.of(ALPHA, new ParameterSpec(Shape.SCALAR, Role.SCALE, new Constant(alpha)))
        .and(OFFSET, new ParameterSpec(Shape.SCALAR, Role.SHIFT, Constant.ZERO))
        .and(affine.parameters(Channels.of(input, Derf.class)));
  }

  @Override
  public Tensor apply(Parameters<Tensor> parameters, Tensor x) {
    Tensor offset = Channels.fill(parameters.get(OFFSET), x);
    return affine.apply(parameters, x.scaledBy(parameters.get(ALPHA)).plus(offset).erf());
  }
}
