package org.normscape.probe.line;

import java.util.List;
import org.normscape.probe.Agreement;
import org.normscape.probe.Quantity;
import org.normscape.probe.Units;
import org.normscape.probe.direction.Direction;

/** What a {@link LineProfile} consists of, named with the direction of its line. */
record LineQuantities(
    Quantity here,
    Quantity low,
    Quantity high,
    Quantity axis,
    Quantity loss,
    Quantity gradientNorm,
    Quantity accuracy) {

  private static final String WHERE =
      " on the line through the parameters θ along d, %s, on the measured batch; θ and the running statistics stay as they were.";

  static LineQuantities of(Line line) {
    Quantity axis = line.scale().axis();
    Direction d = line.direction();
    return new LineQuantities(
        whole(d, "loss_here", "loss where the line starts", "L(θ)", "The loss at θ,")
            .agreeing(Agreement.OF_A_MEAN),
        whole(d, "loss_low", "loss on the line, smallest", "min L(θ + t d)", "The smallest loss"),
        whole(d, "loss_high", "loss on the line, largest", "max L(θ + t d)", "The largest loss"),
        axis,
        whole(d, "loss", "loss on the line", "L(θ + t d)", "The loss").along(axis),
        quantity(
                d,
                "gradient_norm",
                "norm of the gradient on the line",
                "‖∇L(θ + t d)‖₂",
                Units.GRADIENT,
                "The length of the gradient in the parameters that move,")
            .along(axis)
            .agreeing(Agreement.OF_A_GRADIENT_FAR_AWAY),
        quantity(
                d,
                "accuracy",
                "accuracy on the line",
                "",
                Units.ONE,
                "The share of right classifications")
            .along(axis)
            .agreeing(Agreement.OF_A_COUNT));
  }

  private static Quantity whole(
      Direction direction, String name, String label, String symbol, String what) {
    return quantity(direction, name, label, symbol, Units.LOSS, what)
        .agreeing(Agreement.OF_A_LOSS_ELSEWHERE);
  }

  private static Quantity quantity(
      Direction direction, String name, String label, String symbol, String unit, String what) {
    return Quantity.of(
        direction.name() + "_line_" + name,
        label + " (" + direction.name().replace('_', ' ') + ")",
        symbol,
        unit,
        what + WHERE.formatted(direction.words()));
  }

  List<Quantity> all() {
    return List.of(here, low, high, axis, loss, gradientNorm, accuracy);
  }
}
