package org.normscape.norm;

import org.normscape.ir.Shape;
import org.normscape.ir.Tensor;
import org.normscape.nn.ParameterSpec;
import org.normscape.nn.Role;
import org.normscape.nn.initialization.Constant;
import org.normscape.params.Parameters;

/**
 * Whether a normalization learns a scale γ, which starts at 1, and a shift β, which starts at 0.
 */
public enum Affine {
  /** Both are learned. */
  WITH(true, true),
  /** They stay 1 and 0. */
  WITHOUT(false, false),
  /** A scale alone: Keras' {@code center=False}, Flax' {@code use_bias=False}. */
  SCALE_ONLY(true, false),
  /** A shift alone: Keras' {@code scale=False}, Flax' {@code use_scale=False}. */
  SHIFT_ONLY(false, true),
  /**
   * A scale alone, stored as what is added to 1, and starting at 0: so weight decay draws it to 1.
   * Gemma's root mean square normalization has it.
   */
  UNIT_OFFSET(true, false) {
    @Override
    Constant start() {
      return Constant.ZERO;
    }

    @Override
    Tensor scale(Tensor stored) {
      return stored.plus(1);
    }
  };

  private static final String SCALE = "scale";
  private static final String SHIFT = "shift";

  private final boolean learnsScale;
  private final boolean learnsShift;

  Affine(boolean learnsScale, boolean learnsShift) {
    this.learnsScale = learnsScale;
    this.learnsShift = learnsShift;
  }

  /** What is learned, {@code scale} before {@code shift}, each of the extents of the channels. */
  public Parameters<ParameterSpec> parameters(Shape channels) {
    ParameterSpec scale = new ParameterSpec(channels, Role.SCALE, start());
    ParameterSpec shift = new ParameterSpec(channels, Role.SHIFT, Constant.ZERO);
    Parameters<ParameterSpec> none = Parameters.none();
    return (learnsScale ? none.and(SCALE, scale) : none)
        .and(learnsShift ? none.and(SHIFT, shift) : none);
  }

  /** The scale of each channel of {@code x}: 1 where none is learned. */
  public Tensor scale(Parameters<Tensor> parameters, Tensor x, Shape channels) {
    return learnsScale ? scale(parameters.get(SCALE)) : constant(1, x, channels);
  }

  /** The shift of each channel of {@code x}: 0 where none is learned. */
  public Tensor shift(Parameters<Tensor> parameters, Tensor x, Shape channels) {
    return learnsShift ? parameters.get(SHIFT) : constant(0, x, channels);
  }

  /** {@code x · scale + shift}, each channel along the last axis with its own. */
  public Tensor apply(Parameters<Tensor> parameters, Tensor x) {
    Tensor scaled = learnsScale ? x.times(Channels.spread(scale(parameters.get(SCALE)), x)) : x;
    return learnsShift ? scaled.plus(Channels.spread(parameters.get(SHIFT), scaled)) : scaled;
  }

  Constant start() {
    return Constant.ONE;
  }

  Tensor scale(Tensor stored) {
    return stored;
  }

  private static Tensor constant(double value, Tensor x, Shape channels) {
    return x.trace().fill(value, x.type().withShape(channels));
  }
}
