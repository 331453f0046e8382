package org.normscape.experiments.config.kind;

import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.ServiceConfigurationError;
import java.util.ServiceLoader;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.BinaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.normscape.component.Name;
import org.normscape.experiments.UserError;

/**
 * The records that implement an interface, by name. Those of a sealed interface are its permitted
 * records; those of any other are listed in {@code META-INF/services}, in our jars or a user's.
 */
public final class Kinds {

  private final ClassLoader loader;
  private final Map<Class<?>, List<Kind>> found = new ConcurrentHashMap<>();

  /**
   * The kinds that a class loader sees.
   *
   * @param loader such as one from {@link Jars#loader}
   */
  public Kinds(ClassLoader loader) {
    this.loader = loader;
  }

  /**
   * The kinds of an interface, by name.
   *
   * @throws UserError when a jar lists what is no record, or two records have one name
   */
  public List<Kind> of(Class<?> family) {
    return found.computeIfAbsent(family, this::find);
  }

  /** The kind of an interface with this name; hyphens and case are ignored. */
  public Optional<Kind> named(Class<?> family, String name) {
    return of(family).stream().filter(kind -> Names.same(kind.name(), name)).findFirst();
  }

  /** The names of the kinds of an interface. */
  public List<String> names(Class<?> family) {
    return of(family).stream().map(Kind::name).toList();
  }

  private List<Kind> find(Class<?> family) {
    Stream<Class<?>> types = family.isSealed() ? permitted(family) : provided(family);
    Collection<Kind> kinds =
        types
            .distinct()
            .map(type -> kind(family, type))
            .collect(Collectors.toMap(kind -> Names.plain(kind.name()), kind -> kind, two(family)))
            .values();
    return kinds.stream().sorted(Comparator.comparing(Kind::name)).toList();
  }

  private static Stream<Class<?>> permitted(Class<?> family) {
    return Arrays.stream(family.getPermittedSubclasses())
        .flatMap(type -> type.isInterface() ? permitted(type) : Stream.of(type));
  }

  private Stream<Class<?>> provided(Class<?> family) {
    return lineage(family)
        .flatMap(this::listed)
        .<Class<?>>map(type -> type)
        .filter(family::isAssignableFrom);
  }

  private static Stream<Class<?>> lineage(Class<?> family) {
    return Stream.concat(
        Stream.of(family), Arrays.stream(family.getInterfaces()).flatMap(Kinds::lineage));
  }

  private <T> Stream<Class<? extends T>> listed(Class<T> service) {
    try {
      return ServiceLoader.load(service, loader).stream()
          .<Class<? extends T>>map(ServiceLoader.Provider::type)
          .toList()
          .stream();
    } catch (ServiceConfigurationError e) {
      throw wrong(service, String.valueOf(e.getMessage()));
    }
  }

  private static Kind kind(Class<?> family, Class<?> type) {
    if (!type.isRecord()) {
      throw wrong(family, "%s is none".formatted(type.getName()));
    }
    return Kind.of(type);
  }

  private static UserError wrong(Class<?> family, String found) {
    return UserError.usage(
        "%s: each kind must be a public record with a public constructor without arguments, but %s. To fix: mend the record, or leave its jar out."
            .formatted(Name.of(family), found));
  }

  private static BinaryOperator<Kind> two(Class<?> family) {
    return (one, other) -> {
      throw UserError.usage(
          "%s: the name \"%s\" must stand for one kind, but it stands for %s and %s. To fix: rename one of the records, or leave its jar out."
              .formatted(Name.of(family), one.name(), one.place(), other.place()));
    };
  }
}
