package org.normscape.ir;

/**
 * The name of one value in a {@link Program}.
 *
 * @param id its number, at least 0, which no other value of the program has
 * @param type element type and extents of the value
 */
public record Var(int id, TensorType type) {

  public Var {
    if (id < 0) {
      throw new IllegalArgumentException(
          "Var: the number of a name must be at least 0, but it is %s. To fix: count from 0."
              .formatted(id));
    }
  }

  /** The name with its type, as where it is bound. */
  public String declaration() {
    return this + ":" + type;
  }

  /** The number: names are looked up often, and that of a program is its own. */
  @Override
  public int hashCode() {
    return id;
  }

  @Override
  public String toString() {
    return "v" + id;
  }
}
