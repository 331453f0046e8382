package org.normscape.experiments.data;

import java.util.Optional;
import org.normscape.experiments.UserError;

/**
 * A data set as configuration names it, before it is read or drawn. Implementations are records
 * with a public constructor without arguments, found by {@link java.util.ServiceLoader}.
 */
public interface DataSource {

  /**
   * Reads and checks, or draws, the examples.
   *
   * @throws UserError when they cannot be had
   */
  Dataset load(DataContext context);

  /**
   * What will be used and where it is, in a few words.
   *
   * @throws UserError when it is plain without reading it that it cannot be used
   */
  String describe(DataContext context);

  /** The data of this kind that lies in a folder, if it looks as though it were there. */
  default Optional<DataSource> in(DataFolder place) {
    return Optional.empty();
  }

  /** What this stands for here: itself, unless it chooses among others. */
  default DataSource resolve(DataContext context) {
    return this;
  }

  /** The folder that the examples are read from, if any. */
  default Optional<DataFolder> folder(DataContext context) {
    return Optional.empty();
  }
}
