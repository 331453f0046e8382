package org.normscape.component;

import java.io.Serial;

/**
 * A component of a record that breaks a rule. Whoever made the record from configuration can say
 * where the value was written, by the name of the component.
 */
public final class InvalidComponent extends IllegalArgumentException {

  @Serial private static final long serialVersionUID = 1;

  private final String component;
  private final String said;

  InvalidComponent(Class<?> record, String component, String said) {
    super(record.getSimpleName() + ": " + component + " " + said);
    this.component = component;
    this.said = said;
  }

  /**
   * The same, as a component of a component: {@code from.step}.
   *
   * @param record the record that has the outer one
   * @param outer its name
   */
  public InvalidComponent within(Class<?> record, String outer) {
    return new InvalidComponent(record, outer + "." + component, said);
  }

  /** The name of the component, as the record declares it; behind dots where one is in another. */
  public String component() {
    return component;
  }

  /** The rule, the value and the remedy: {@code must be at least 0, but it is -1. To fix: ….} */
  public String said() {
    return said;
  }
}
