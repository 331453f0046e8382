package org.normscape.probe.line;

import java.util.List;
import org.normscape.probe.Agreement;
import org.normscape.probe.Quantity;
import org.normscape.probe.Statistic;
import org.normscape.probe.Units;

/** What {@link MeasuredCurve} consists of. */
final class CurveQuantities {

  private static final String PAPER = "Garipov et al. (NeurIPS 2018)";
  private static final String ENDS =
      " from θ₀, the other point, to θ, where the network is, on the measured batch.";
  private static final String CURVE =
      " on the quadratic Bézier curve φ with the trained control point ω between its ends," + ENDS;
  private static final String SEGMENT = " on the straight line" + ENDS;

  static final Quantity BARRIER =
      Quantity.of(
              "curve_barrier",
              "barrier on the curve",
              "max L(φ(α)) − (1−α)L(θ₀) − αL(θ)",
              Units.LOSS,
              "How far the loss rises above the line between the losses of both ends, 0 where it does not,"
                  + CURVE)
          .from(PAPER)
          .summedUp(Statistic.LAST, "barrier on the curve, last")
          .agreeing(Agreement.UNJUDGED);

  static final Quantity SEGMENT_BARRIER =
      Quantity.of(
              "curve_segment_barrier",
              "barrier on the straight line between the ends of the curve",
              "",
              Units.LOSS,
              "How far the loss rises above the line between the losses of both ends, 0 where it does not,"
                  + SEGMENT)
          .from(PAPER)
          .summedUp(Statistic.LAST, "barrier on the straight line, last")
          .agreeing(Agreement.UNJUDGED);

  static final Quantity LOSS =
      Quantity.of(
              "curve_loss",
              "loss on the curve",
              "L(φ(α)), φ(α) = (1−α)²θ₀ + 2α(1−α)ω + α²θ",
              Units.LOSS,
              "The loss" + CURVE)
          .from(PAPER)
          .along(BarrierQuantities.ALPHA)
          .agreeing(
              Agreement.relative(
                  1e-9, 5e-2, 5e-1, "losses behind a training that each backend does by itself"));

  static final Quantity ACCURACY =
      share("curve_accuracy", "accuracy on the curve", CURVE).agreeing(Agreement.UNJUDGED);

  static final Quantity SEGMENT_LOSS =
      Quantity.of(
              "curve_segment_loss",
              "loss on the straight line between the ends of the curve",
              "L((1−α)θ₀ + αθ)",
              Units.LOSS,
              "The loss" + SEGMENT)
          .from(PAPER)
          .along(BarrierQuantities.ALPHA)
          .agreeing(Agreement.OF_A_LOSS_ELSEWHERE);

  static final Quantity SEGMENT_ACCURACY =
      share(
              "curve_segment_accuracy",
              "accuracy on the straight line between the ends of the curve",
              SEGMENT)
          .agreeing(Agreement.OF_A_COUNT);

  static final List<Quantity> ALL =
      List.of(
          BARRIER,
          SEGMENT_BARRIER,
          BarrierQuantities.ALPHA,
          LOSS,
          ACCURACY,
          SEGMENT_LOSS,
          SEGMENT_ACCURACY);

  private CurveQuantities() {}

  private static Quantity share(String name, String label, String where) {
    return Quantity.of(name, label, "", Units.ONE, "The share of right classifications" + where)
        .from(PAPER)
        .along(BarrierQuantities.ALPHA);
  }
}
