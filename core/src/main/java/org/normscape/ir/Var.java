package org.normscape.ir;

/**
 * The name of one value in a {@link Program}.
 *
 * @param id its number, which no other value of the program has
 * @param type element type and extents of the value
 */
public record Var(int id, TensorType type) {

  /** The name with its type, as where it is bound. */
  public String declaration() {
    return this + ":" + type;
  }

  @Override
  public String toString() {
    return "v" + id;
  }
}
