package org.normscape.params;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.BiPredicate;
import java.util.function.Function;

/**
 * An ordered map from path to value. Paths are names joined by dots, outermost first, such as
 * {@code block1.conv.weight}.
 *
 * @param <T> what is named: a type, a tensor, an array, an initializer
 * @param byPath the values in order, by their paths
 */
public record Parameters<T>(Map<String, T> byPath) implements Bundle<T> {

  public Parameters {
    byPath = Collections.unmodifiableMap(new LinkedHashMap<>(byPath));
  }

  /** No parameters. */
  public static <T> Parameters<T> none() {
    return new Parameters<>(Map.of());
  }

  /** One parameter. */
  public static <T> Parameters<T> of(String path, T value) {
    return new Parameters<>(Map.of(path, value));
  }

  /** The same paths as {@code like}, in its order, with these values. */
  public static <T> Parameters<T> like(Parameters<?> like, List<T> values) {
    if (values.size() != like.size()) {
      throw new IllegalArgumentException(
          "Parameters: there must be one value for each of %s paths, but there are %s. To fix: pass as many values as paths."
              .formatted(like.size(), values.size()));
    }
    Map<String, T> map = new LinkedHashMap<>();
    int i = 0;
    for (String path : like.paths()) {
      map.put(path, values.get(i++));
    }
    return new Parameters<>(map);
  }

  /** The paths, in order. */
  public List<String> paths() {
    return List.copyOf(byPath.keySet());
  }

  /** The values, in the order of their paths. */
  @Override
  public List<T> values() {
    return List.copyOf(byPath.values());
  }

  /** The number of paths. */
  public int size() {
    return byPath.size();
  }

  /**
   * The value at a path.
   *
   * @throws IllegalArgumentException when there is none
   */
  public T get(String path) {
    T value = byPath.get(path);
    if (value == null) {
      throw new IllegalArgumentException(
          "Parameters: no value is named \"%s\", only %s. To fix: use one of these paths."
              .formatted(path, byPath.keySet()));
    }
    return value;
  }

  /** The value at a path, if there is one. */
  public Optional<T> find(String path) {
    return Optional.ofNullable(byPath.get(path));
  }

  /** These parameters, then those. A path may not stand in both. */
  public Parameters<T> and(Parameters<T> others) {
    Map<String, T> map = new LinkedHashMap<>(byPath);
    others.byPath.forEach(
        (path, value) -> {
          if (map.putIfAbsent(path, value) != null) {
            throw new IllegalArgumentException(
                "Parameters: a path names one value, but \"%s\" is named twice. To fix: rename one."
                    .formatted(path));
          }
        });
    return new Parameters<>(map);
  }

  /** These parameters, and one more. */
  public Parameters<T> and(String path, T value) {
    return and(of(path, value));
  }

  /** The same values with {@code prefix.} before each path. */
  public Parameters<T> within(String prefix) {
    Map<String, T> map = new LinkedHashMap<>();
    byPath.forEach((path, value) -> map.put(prefix + "." + path, value));
    return new Parameters<>(map);
  }

  /** The values whose paths start with {@code prefix.}, named by the rest. */
  public Parameters<T> under(String prefix) {
    Map<String, T> map = new LinkedHashMap<>();
    byPath.forEach(
        (path, value) -> {
          if (path.startsWith(prefix + ".")) {
            map.put(path.substring(prefix.length() + 1), value);
          }
        });
    return new Parameters<>(map);
  }

  /**
   * The values by the first name of their paths, and there by the rest: {@link #under} for every
   * name at once, at the price of looking at each path once. Paths of one name are left out.
   */
  public Parameters<Parameters<T>> divided() {
    Map<String, Map<String, T>> parts = new LinkedHashMap<>();
    byPath.forEach(
        (path, value) -> {
          int dot = path.indexOf('.');
          if (dot >= 0) {
            parts
                .computeIfAbsent(path.substring(0, dot), name -> new LinkedHashMap<>())
                .put(path.substring(dot + 1), value);
          }
        });
    return new Parameters<>(parts).map(Parameters::new);
  }

  /** The same paths with each value replaced. */
  public <R> Parameters<R> map(Function<? super T, ? extends R> function) {
    Map<String, R> map = new LinkedHashMap<>();
    byPath.forEach((path, value) -> map.put(path, function.apply(value)));
    return new Parameters<>(map);
  }

  /** The values of two maps with equal paths, combined path by path. */
  public <U, R> Parameters<R> zip(
      Parameters<U> others, BiFunction<? super T, ? super U, ? extends R> function) {
    if (!byPath.keySet().equals(others.byPath.keySet())) {
      throw new IllegalArgumentException(
          "Parameters: both must have the same paths, but they are %s and %s. To fix: select the paths they share."
              .formatted(paths(), others.paths()));
    }
    Map<String, R> map = new LinkedHashMap<>();
    byPath.forEach(
        (path, value) ->
            map.put(path, function.apply(value, Objects.requireNonNull(others.byPath.get(path)))));
    return new Parameters<>(map);
  }

  /** Those for which {@code test} holds. */
  public Parameters<T> where(BiPredicate<String, ? super T> test) {
    Map<String, T> map = new LinkedHashMap<>();
    byPath.forEach(
        (path, value) -> {
          if (test.test(path, value)) {
            map.put(path, value);
          }
        });
    return new Parameters<>(map);
  }

  /** These parameters with the values of {@code others} in place of those at the same paths. */
  public Parameters<T> replacedBy(Parameters<T> others) {
    Map<String, T> map = new LinkedHashMap<>(byPath);
    others.byPath.forEach(
        (path, value) -> {
          get(path);
          map.put(path, value);
        });
    return new Parameters<>(map);
  }

  /** The values as a new list to which more can be added: the arguments of a program. */
  public List<T> toMutableList() {
    return new ArrayList<>(byPath.values());
  }
}
