package org.normscape.norm.elementwise;

import com.google.auto.service.AutoService;
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
 * Dynamic inverse square root unit, DyISRU (Stollenwerk, EACL 2026, arXiv 2503.21708): a bounded
 * function of each element of {@code [n, …, c]} in the place of a normalization, without
 * statistics: root mean square normalization in which the squares of the other channels are one
 * learned number,
 *
 * <pre>
 *   y = √c · x / √(|b| + x²) · scale + shift
 * </pre>
 *
 * <p>Without a shift, {@code |y| < √c · |scale|}. The absolute value keeps a step of training from
 * leaving the domain. Where b starts the source does not say; here it starts at c, which is about
 * what it stands for.
 *
 * <p>Parameters: {@code b}, a number; {@code scale} and {@code shift}, {@code [c]}.
 *
 * @param affine whether scale and shift are learned; without, they are 1 and 0
 */
@Word("dyisru")
@AutoService({Normalization.class, Layer.class})
public record DyIsru(Affine affine) implements ActivationNormalization, Stateless {

  private static final String B = "b";

  /** Learned scale and shift. */
  public DyIsru() {
    this(Affine.WITH);
  }

  @Override
  public boolean makesBiasRedundant() {
    return false;
  }

  @Override
  public Parameters<ParameterSpec> parameters(Shape input) {
    Shape channels = Channels.of(input, DyIsru.class);
    Constant start = new Constant(channels.dim(0));
    return Parameters.of(B, new ParameterSpec(Shape.SCALAR, Role.SCALE, start))
        .and(affine.parameters(channels));
  }

  @Override
  public Tensor apply(Parameters<Tensor> parameters, Tensor x) {
    Tensor b = Channels.fill(parameters.get(B).absolute(), x);
    Tensor bounded = x.dividedBy(b.plus(x.times(x)).sqrt());
    return affine.apply(parameters, bounded.times(Math.sqrt(x.shape().dim(-1))));
  }
}
