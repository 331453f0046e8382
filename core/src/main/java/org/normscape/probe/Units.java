package org.normscape.probe;

/** The units that quantities are in, as texts: those of the loss and of parameters. */
public final class Units {

  /** A pure number. */
  public static final String ONE = "1";

  /** Of a loss: the objective's own. */
  public static final String LOSS = "loss";

  /** Of a distance between points. */
  public static final String PARAMETER = "parameter";

  /** Of a gradient and of its norm. */
  public static final String GRADIENT = "loss/parameter";

  /** Of second derivatives and of their bounds. */
  public static final String CURVATURE = "loss/parameter²";

  /** Of learning rates and of step lengths along a gradient. */
  public static final String STEP_LENGTH = "parameter²/loss";

  /** Of what flows between layers. */
  public static final String ACTIVATION = "activation";

  /** Of the gradient of a loss in what flows between layers. */
  public static final String ACTIVATION_GRADIENT = "loss/activation";

  private Units() {}
}
