package org.normscape.probe;

/** The quantities that others vary with inside a step, and that several probes share. */
public final class Axes {

  /** A number: how far a point is from θ along a gradient. */
  public static final Quantity EPSILON =
      Quantity.of(
          "epsilon",
          "step length",
          "ε",
          Units.STEP_LENGTH,
          "The length of a step along the gradient g in units of g, as a learning rate is: the step leads to θ − εg, at the distance ε‖g‖₂.");

  /**
   * A name: the path of a layer, of an activation or of a parameter, written behind the name of the
   * metric: {@code activation_mean/block1.norm2}.
   */
  public static final Quantity LAYER =
      Quantity.of(
          "layer",
          "layer",
          "",
          Units.ONE,
          "The part of the network, by its path; in the order in which data flows.");

  /** A number: a channel of a layer. */
  public static final Quantity CHANNEL =
      Quantity.of(
          "channel", "channel", "c", Units.ONE, "The number of a channel of a layer, from 0.");

  private Axes() {}
}
