package org.normscape.probe.line;

import java.util.List;
import org.normscape.probe.Agreement;
import org.normscape.probe.Quantity;
import org.normscape.probe.Statistic;
import org.normscape.probe.Units;

/** What {@link MeasuredBarrier} consists of. */
final class BarrierQuantities {

  private static final String PAPER = "Frankle et al. (ICML 2020)";
  private static final String WHERE =
      " on the straight line from θ₀, the other point, to θ, where the network is, on the measured batch.";

  static final Quantity ALPHA =
      Quantity.of(
          "share_of_way",
          "share of the way",
          "α",
          Units.ONE,
          "How far along a path a point is: 0 at the other point, 1 where the network is.");

  static final Quantity BARRIER =
      Quantity.of(
              "barrier",
              "barrier between another point and here",
              "max L((1−α)θ₀ + αθ) − (1−α)L(θ₀) − αL(θ)",
              Units.LOSS,
              "How far the loss rises above the line between the losses of both ends, 0 where it does not,"
                  + WHERE)
          .from(PAPER)
          .summedUp(Statistic.LAST, "barrier to another point, last")
          .agreeing(Agreement.UNJUDGED);

  static final Quantity INSTABILITY =
      Quantity.of(
              "interpolation_instability",
              "instability between another point and here",
              "max L − ½(L(θ₀) + L(θ))",
              Units.LOSS,
              "How far the loss rises above the mean of the losses of both ends," + WHERE)
          .from(PAPER)
          .agreeing(Agreement.UNJUDGED);

  static final Quantity RISE =
      Quantity.of(
              "interpolation_rise",
              "largest rise between another point and here",
              "",
              Units.LOSS,
              "The largest rise of the loss from any place to a later one, 0 where it falls all the way,"
                  + WHERE)
          .from("Lucas et al. (ICML 2021)")
          .agreeing(Agreement.UNJUDGED);

  static final Quantity ACCURACY_BARRIER =
      Quantity.of(
              "barrier_accuracy",
              "barrier of the accuracy between another point and here",
              "",
              Units.ONE,
              "How far the accuracy falls below the line between those of both ends, 0 where it does not,"
                  + WHERE)
          .from(PAPER)
          .agreeing(Agreement.OF_A_COUNT);

  static final Quantity LOSS =
      Quantity.of(
              "interpolation_loss",
              "loss between another point and here",
              "L((1−α)θ₀ + αθ)",
              Units.LOSS,
              "The loss" + WHERE)
          .from("Goodfellow et al. (ICLR 2015)")
          .along(ALPHA)
          .agreeing(Agreement.OF_A_LOSS_ELSEWHERE);

  static final Quantity ACCURACY =
      Quantity.of(
              "interpolation_accuracy",
              "accuracy between another point and here",
              "",
              Units.ONE,
              "The share of right classifications" + WHERE)
          .along(ALPHA)
          .agreeing(Agreement.OF_A_COUNT);

  static final List<Quantity> ALL =
      List.of(BARRIER, INSTABILITY, RISE, ACCURACY_BARRIER, ALPHA, LOSS, ACCURACY);

  private BarrierQuantities() {}
}
