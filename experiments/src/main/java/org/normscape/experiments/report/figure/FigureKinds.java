package org.normscape.experiments.report.figure;

import java.util.List;
import org.normscape.experiments.UserError;

/** The kinds of figures there are. */
public final class FigureKinds {

  private static final List<FigureKind> ALL =
      List.of(new LandscapeBands(), new GradientDifferenceCurves(), new TrainingCurves());

  private FigureKinds() {}

  /** The names of all kinds. */
  public static List<String> names() {
    return ALL.stream().map(FigureKind::name).toList();
  }

  /**
   * The kind with a name.
   *
   * @throws UserError when there is none
   */
  public static FigureKind named(String name) {
    return ALL.stream()
        .filter(kind -> kind.name().equals(name))
        .findFirst()
        .orElseThrow(
            () ->
                UserError.usage(
                    "figures: a figure must be one of %s, but one is \"%s\". To fix: name one of these."
                        .formatted(names(), name)));
  }
}
