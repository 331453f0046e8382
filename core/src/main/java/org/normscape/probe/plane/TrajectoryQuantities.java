package org.normscape.probe.plane;

import java.util.List;
import org.normscape.probe.Agreement;
import org.normscape.probe.Quantity;
import org.normscape.probe.Statistic;
import org.normscape.probe.Units;

/** What a {@link Trajectory} consists of. */
final class TrajectoryQuantities {

  private static final String PAPER = "Li et al. (NeurIPS 2018)";
  private static final String WHERE =
      " on the plane that the probe lays through points of the training, along orthonormal axes p and q; on the measured batch.";
  private static final String POINT =
      " of a point at which the training was before, on the measured batch.";
  private static final Agreement OF_A_PLANE =
      Agreement.relative(
          1e-7, 5e-2, 1, "places that are computed from a training, on axes of no small component");

  static final Quantity X = axis("trajectory_x", "x", "first");
  static final Quantity Y = axis("trajectory_y", "y", "second");
  static final Quantity STEP =
      Quantity.of(
          "visited_step",
          "step of the point",
          "",
          Units.ONE,
          "After how many updates a training was at a point.");

  static final Quantity SHARE =
      share("trajectory_share", "in the plane of two axes")
          .summedUp(Statistic.LAST, "variance of the training in the plane");
  static final Quantity FIRST_SHARE = share("trajectory_first_share", "along the first axis");
  static final Quantity SECOND_SHARE = share("trajectory_second_share", "along the second axis");
  static final Quantity FIRST_EXTENT = extent("first");
  static final Quantity SECOND_EXTENT = extent("second");

  static final Quantity LOSS =
      Quantity.of(
              "trajectory_plane_loss",
              "loss on the plane of the training",
              "",
              Units.LOSS,
              "The loss" + WHERE)
          .from(PAPER)
          .along(X, Y)
          .agreeing(OF_A_PLANE);

  static final Quantity GRADIENT_NORM =
      Quantity.of(
              "trajectory_plane_gradient_norm",
              "norm of the gradient on the plane of the training",
              "",
              Units.GRADIENT,
              "The length of the gradient in the parameters that move" + WHERE)
          .along(X, Y)
          .agreeing(Agreement.UNJUDGED);

  static final Quantity ACCURACY =
      Quantity.of(
              "trajectory_plane_accuracy",
              "accuracy on the plane of the training",
              "",
              Units.ONE,
              "The share of right classifications" + WHERE)
          .from(PAPER)
          .along(X, Y)
          .agreeing(Agreement.OF_A_COUNT);

  static final Quantity FIRST = coordinate("first");
  static final Quantity SECOND = coordinate("second");

  static final Quantity OFF_PLANE =
      visited(
              "visited_off_plane",
              "distance from the plane",
              Units.PARAMETER,
              "The distance from the plane" + POINT)
          .agreeing(Agreement.UNJUDGED);

  static final Quantity VISITED_LOSS =
      visited(
              "visited_loss",
              "loss of the point itself",
              Units.LOSS,
              "The loss, with all its own parameters and running statistics," + POINT)
          .agreeing(Agreement.OF_A_LOSS_ELSEWHERE);

  static final Quantity PROJECTED_LOSS =
      visited(
              "visited_projected_loss",
              "loss where the point is projected to",
              Units.LOSS,
              "The loss where the plane is nearest, which figures of the plane show," + POINT)
          .agreeing(OF_A_PLANE);

  static final List<Quantity> ALL =
      List.of(
          SHARE,
          FIRST_SHARE,
          SECOND_SHARE,
          FIRST_EXTENT,
          SECOND_EXTENT,
          STEP,
          FIRST,
          SECOND,
          OFF_PLANE,
          VISITED_LOSS,
          PROJECTED_LOSS,
          X,
          Y,
          LOSS,
          GRADIENT_NORM,
          ACCURACY);

  private TrajectoryQuantities() {}

  private static Quantity axis(String name, String symbol, String which) {
    return Quantity.of(
        name,
        "along the " + which + " axis of the plane of the training",
        symbol,
        Units.ONE,
        "How far along the %s axis of a plane through points of a training, in units of how far these reach along it: 0 at the lowest of the points, 1 at the highest."
            .formatted(which));
  }

  private static Quantity share(String name, String where) {
    return Quantity.of(
            name,
            "share of the variance " + where,
            "",
            Units.ONE,
            "How much of the variance of the points of a training, about their mean, is %s: what is in neither axis, figures of the plane do not show."
                .formatted(where))
        .from(PAPER)
        .agreeing(Agreement.UNJUDGED);
  }

  private static Quantity extent(String which) {
    return Quantity.of(
            "trajectory_" + which + "_extent",
            "extent of the training along the " + which + " axis",
            "",
            Units.PARAMETER,
            "How far the points of a training reach along the %s axis of the plane."
                .formatted(which))
        .agreeing(Agreement.UNJUDGED);
  }

  private static Quantity coordinate(String which) {
    return visited(
            "visited_" + which,
            "along the " + which + " axis",
            Units.ONE,
            "The place along the "
                + which
                + " axis of the plane, 0 for the lowest of the points and 1 for the highest,"
                + POINT)
        .agreeing(Agreement.UNJUDGED);
  }

  private static Quantity visited(String name, String label, String unit, String definition) {
    return Quantity.of(name, label, "", unit, definition).from(PAPER).along(STEP);
  }
}
