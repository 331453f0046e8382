package org.normscape.probe.direction;

import java.util.function.DoubleSupplier;
import org.normscape.probe.Quantity;
import org.normscape.probe.Units;

/** What the length of a step along a direction {@code d} is counted in. */
public enum StepScale {
  /** Multiples of the direction as it is: {@code θ + t d}. */
  DIRECTION(
      "multiple",
      "multiple of the direction",
      "t",
      Units.ONE,
      "How many times the direction d is gone along: the step leads to θ + t d.") {
    @Override
    public double unit(DoubleSupplier directionNorm, DoubleSupplier pointNorm) {
      return 1;
    }
  },
  /** The distance, whatever the length of the direction: {@code θ + t d/‖d‖}. */
  DISTANCE(
      "distance",
      "distance",
      "‖Δθ‖₂",
      Units.PARAMETER,
      "How far the step is, by the Euclidean norm of all parameters that move.") {
    @Override
    public double unit(DoubleSupplier directionNorm, DoubleSupplier pointNorm) {
      return 1 / directionNorm.getAsDouble();
    }
  },
  /** The distance in norms of the parameters that move: {@code θ + t ‖θ‖ d/‖d‖}. */
  RELATIVE_DISTANCE(
      "relative_distance",
      "relative distance",
      "‖Δθ‖₂ ∕ ‖θ‖₂",
      Units.ONE,
      "How far the step is, in units of the Euclidean norm of the parameters that move.") {
    @Override
    public double unit(DoubleSupplier directionNorm, DoubleSupplier pointNorm) {
      return pointNorm.getAsDouble() / directionNorm.getAsDouble();
    }
  };

  private final String axis;
  private final String label;
  private final String symbol;
  private final String unit;
  private final String definition;

  StepScale(String axis, String label, String symbol, String unit, String definition) {
    this.axis = axis;
    this.label = label;
    this.symbol = symbol;
    this.unit = unit;
    this.definition = definition;
  }

  /** What a step of length 1 multiplies the direction with; not finite where it has no length. */
  public abstract double unit(DoubleSupplier directionNorm, DoubleSupplier pointNorm);

  /** The length as an axis of quantities. */
  public Quantity axis() {
    return Quantity.of(axis, label, symbol, unit, definition);
  }
}
