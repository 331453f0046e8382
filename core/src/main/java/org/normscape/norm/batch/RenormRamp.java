package org.normscape.norm.batch;

import org.normscape.component.Components;
import org.normscape.ir.Shape;
import org.normscape.ir.Tensor;
import org.normscape.nn.ParameterSpec;
import org.normscape.nn.Role;
import org.normscape.nn.initialization.Constant;
import org.normscape.norm.Channels;
import org.normscape.params.Parameters;

/**
 * How the bounds of {@link BatchRenorm} grow: from none at all, where it is batch normalization, in
 * a straight line to what is set. Batches are counted for it, in the state {@code batches}, a
 * number.
 *
 * @param rampStart after how many batches growth starts; at least 0
 * @param scaleEnd after how many batches the bound of r is what is set; at least rampStart
 * @param shiftEnd after how many batches the bound of d is what is set; at least rampStart
 */
public record RenormRamp(int rampStart, int scaleEnd, int shiftEnd) {

  private static final String BATCHES = "batches";

  public RenormRamp {
    Components.require(
        rampStart >= 0, RenormRamp.class, "rampStart", "must be at least 0", rampStart);
    after(rampStart, "scaleEnd", scaleEnd);
    after(rampStart, "shiftEnd", shiftEnd);
  }

  /** The bounds are what is set from the first batch on, and no batches are counted. */
  public RenormRamp() {
    this(0, 0, 0);
  }

  /** The paper's: r from 5,000 to 40,000 batches, d from 5,000 to 25,000. */
  public static RenormRamp ofPaper() {
    return new RenormRamp(5_000, 40_000, 25_000);
  }

  private static void after(int start, String component, int end) {
    Components.require(
        end >= start,
        RenormRamp.class,
        component,
        "must be at least rampStart, %s".formatted(start),
        end);
  }

  /** What is remembered: nothing, if nothing grows. */
  Parameters<ParameterSpec> state() {
    return grows()
        ? Parameters.of(BATCHES, new ParameterSpec(Shape.SCALAR, Role.STATISTIC, Constant.ZERO))
        : Parameters.none();
  }

  /** What is remembered after one more batch. */
  Parameters<Tensor> next(Parameters<Tensor> state) {
    return grows() ? Parameters.of(BATCHES, state.get(BATCHES).plus(1)) : Parameters.none();
  }

  /** What was remembered, as it is. */
  Parameters<Tensor> same(Parameters<Tensor> state) {
    return grows() ? Parameters.of(BATCHES, state.get(BATCHES)) : Parameters.none();
  }

  /** The bound of r at this batch, which grows from 1, of the shape of {@code like}. */
  Tensor scale(Parameters<Tensor> state, double maxScale, Tensor like) {
    return bound(state, scaleEnd, 1, maxScale, like);
  }

  /** The bound of d at this batch, which grows from 0, of the shape of {@code like}. */
  Tensor shift(Parameters<Tensor> state, double maxShift, Tensor like) {
    return bound(state, shiftEnd, 0, maxShift, like);
  }

  private Tensor bound(Parameters<Tensor> state, int end, double from, double to, Tensor like) {
    if (!grows()) {
      return like.filled(to);
    }
    Tensor grown = state.get(BATCHES).minus(rampStart).dividedBy(Math.max(1, end - rampStart));
    Tensor share = grown.maximum(grown.zeros()).minimum(grown.filled(1));
    return Channels.fill(share.times(to - from).plus(from), like);
  }

  private boolean grows() {
    return scaleEnd > 0 || shiftEnd > 0;
  }
}
