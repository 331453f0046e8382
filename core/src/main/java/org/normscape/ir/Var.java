package org.normscape.ir;

/** The name of one value in a {@link Program}. */
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
