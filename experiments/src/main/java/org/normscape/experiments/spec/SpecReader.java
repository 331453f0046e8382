package org.normscape.experiments.spec;

import com.typesafe.config.ConfigObject;
import com.typesafe.config.ConfigValueFactory;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.normscape.experiments.UserError;
import org.normscape.experiments.config.Binder;
import org.normscape.experiments.config.kind.Names;

/**
 * Makes a specification of an experiment's file. What the file says for all cells is bound once for
 * each, so that everything wrong in any of them is said at once, and once.
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
  private final Set<String> problems = new LinkedHashSet<>();

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
    Map<String, ConfigObject> groups = cells.complete(file, HEADER);
    List<CellSpec> bound =
        groups.values().stream().flatMap(cell -> bind(cell, CellSpec.class).stream()).toList();
    ConfigObject header = header(file);
    if (bound.size() < groups.size()) {
      bind(header.withoutKey("claims"), ExperimentSpec.class);
    }
    Optional<ExperimentSpec> spec =
        bound.size() < groups.size()
            ? Optional.empty()
            : bind(
                header.withValue(CELLS, ConfigValueFactory.fromIterable(groups.values())),
                ExperimentSpec.class);
    return spec.orElseThrow(() -> UserError.usage(String.join("\n", problems)));
  }

  private <T> Optional<T> bind(ConfigObject group, Class<T> type) {
    try {
      return Optional.of(binder.bind(group, type));
    } catch (UserError e) {
      e.getMessage().lines().forEach(problems::add);
      return Optional.empty();
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
