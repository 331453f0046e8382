package org.normscape.experiments.spec;

import com.typesafe.config.ConfigObject;
import com.typesafe.config.ConfigValueFactory;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.stream.Collectors;
import org.normscape.experiments.UserError;
import org.normscape.experiments.config.Binder;
import org.normscape.experiments.config.kind.Names;

/**
 * Makes a specification of an experiment's file. Where it cannot be bound, each cell is looked at
 * by itself, so that everything wrong in any of them is said at once, and once.
 */
final class SpecReader {

  private static final String CELLS = "cells";

  /** The keys of an experiment that do not belong to a cell. */
  private static final Set<String> HEADER =
      Arrays.stream(ExperimentSpec.class.getRecordComponents())
          .map(component -> Names.kebab(component.getName()))
          .filter(key -> !key.equals(CELLS))
          .collect(Collectors.toUnmodifiableSet());

  private final Binder binder;
  private final Cells cells;

  private SpecReader(Binder binder, Cells cells) {
    this.binder = binder;
    this.cells = cells;
  }

  /**
   * The specification.
   *
   * @param file what the file says, with scale and settings over it
   * @throws UserError with all that is wrong
   */
  static ExperimentSpec read(ConfigObject file, Binder binder, Cells cells) {
    return new SpecReader(binder, cells).read(file);
  }

  private ExperimentSpec read(ConfigObject file) {
    Collection<ConfigObject> groups = cells.complete(file, HEADER).values();
    ConfigObject header = header(file);
    try {
      return binder.bind(
          header.withValue(CELLS, ConfigValueFactory.fromIterable(groups)), ExperimentSpec.class);
    } catch (UserError e) {
      throw UserError.usage(String.join("\n", problems(groups, header, e)));
    }
  }

  /**
   * What is wrong, once: in the cells, and then in what is not theirs.
   *
   * @param whole what is wrong in all of it
   */
  private Set<String> problems(
      Collection<ConfigObject> groups, ConfigObject header, UserError whole) {
    Set<String> problems = new LinkedHashSet<>();
    groups.forEach(cell -> collect(cell, CellSpec.class, problems));
    if (problems.isEmpty()) {
      whole.getMessage().lines().forEach(problems::add);
    } else {
      collect(header.withoutKey("claims"), ExperimentSpec.class, problems);
    }
    return problems;
  }

  private void collect(ConfigObject group, Class<?> type, Set<String> problems) {
    try {
      binder.bind(group, type);
    } catch (UserError e) {
      e.getMessage().lines().forEach(problems::add);
    }
  }

  private static ConfigObject header(ConfigObject file) {
    ConfigObject header = file;
    for (String key : file.keySet()) {
      header = HEADER.contains(key) ? header : header.withoutKey(key);
    }
    return header;
  }
}
