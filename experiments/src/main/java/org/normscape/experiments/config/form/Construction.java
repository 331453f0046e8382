package org.normscape.experiments.config.form;

import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.normscape.component.InvalidComponent;
import org.normscape.experiments.config.kind.Names;

/** The making of a record, whose constructor may refuse. */
final class Construction {

  private Construction() {}

  /** The record; empty when it refuses, and then the group's problems say why. */
  static Optional<Object> of(Class<?> type, List<Object> arguments, Group group) {
    try {
      return Optional.of(canonical(type).newInstance(arguments.toArray()));
    } catch (InvocationTargetException e) {
      refused(type, e, group);
      return Optional.empty();
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException("A record has a canonical constructor: " + type, e);
    }
  }

  /**
   * Notes the component that a record refuses, if it is one of these.
   *
   * @param names the components whose values were written, or are defaults of their own
   */
  static void check(Class<?> type, List<Object> arguments, List<String> names, Group group) {
    try {
      canonical(type).newInstance(arguments.toArray());
    } catch (InvocationTargetException e) {
      if (e.getCause() instanceof InvalidComponent rule && names.contains(rule.component())) {
        refused(type, e, group);
      }
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException("A record has a canonical constructor: " + type, e);
    }
  }

  private static Constructor<?> canonical(Class<?> type) throws NoSuchMethodException {
    Constructor<?> constructor =
        type.getDeclaredConstructor(
            Arrays.stream(type.getRecordComponents())
                .map(RecordComponent::getType)
                .toArray(Class<?>[]::new));
    constructor.setAccessible(true);
    return constructor;
  }

  private static void refused(Class<?> type, InvocationTargetException e, Group group) {
    if (e.getCause() instanceof InvalidComponent rule && has(type, rule.component())) {
      group.wrong(Names.kebab(rule.component()), rule.said());
    } else if (e.getCause() instanceof IllegalArgumentException rule) {
      String said = String.valueOf(rule.getMessage());
      group.wrong(said.replaceFirst("^" + type.getSimpleName() + ": ", ""));
    } else {
      throw new IllegalStateException("The constructor of %s failed.".formatted(type), e);
    }
  }

  private static boolean has(Class<?> type, String component) {
    return Arrays.stream(type.getRecordComponents())
        .anyMatch(declared -> declared.getName().equals(component));
  }
}
