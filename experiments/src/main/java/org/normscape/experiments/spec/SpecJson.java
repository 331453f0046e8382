package org.normscape.experiments.spec;

import org.normscape.experiments.config.Binder;

/** A specification as JSON: what {@code config.json} of a run holds. */
public final class SpecJson {

  private SpecJson() {}

  /** The specification, every key written out, as maps, lists and scalars. */
  public static Object tree(ExperimentSpec spec) {
    return binder().tree(spec, ExperimentSpec.class);
  }

  /** A cell in the same form. */
  public static Object tree(CellSpec cell) {
    return binder().tree(cell, CellSpec.class);
  }

  /** The same as text. */
  public static String write(ExperimentSpec spec) {
    return binder().json(spec, ExperimentSpec.class);
  }

  /**
   * The specification that was written.
   *
   * @param origin where the text comes from, which errors name
   * @throws org.normscape.experiments.UserError when it is not a specification
   */
  public static ExperimentSpec read(String json, String origin) {
    return binder().parse(json, origin, ExperimentSpec.class);
  }

  private static Binder binder() {
    return Binder.of(Thread.currentThread().getContextClassLoader());
  }
}
