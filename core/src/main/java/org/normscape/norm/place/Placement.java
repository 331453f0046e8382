package org.normscape.norm.place;

/**
 * Where in a network a normalization acts.
 *
 * @param position on which side of activation functions; what rewrites weights has no side
 * @param sites at which linear layers
 */
public record Placement(Position position, Sites sites) {

  /** Before the activation function, at every site. */
  public Placement() {
    this(Position.BEFORE_ACTIVATION, new EverySite());
  }
}
