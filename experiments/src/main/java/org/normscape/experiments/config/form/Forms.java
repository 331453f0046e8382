package org.normscape.experiments.config.form;

import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.lang.reflect.WildcardType;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.normscape.experiments.config.kind.Kinds;
import org.normscape.params.Parameters;

/**
 * The forms of types.
 *
 * @param kinds the records that interfaces stand for
 */
public record Forms(Kinds kinds) {

  /** The key that chooses the record of an interface. */
  public static final String KIND = "kind";

  private static final Map<Class<?>, Function<Form, Form>> AROUND =
      Map.of(
          Optional.class, Maybe::new,
          List.class, Items::list,
          Set.class, Items::set,
          Map.class, Entries::map,
          Parameters.class, Entries::parameters);

  /**
   * The form of a type: a number, a boolean, a text, an enum, a record, an interface that records
   * implement, or an {@code Optional}, {@code List}, {@code Set}, {@code Map} by text or {@code
   * Parameters} of those.
   *
   * @throws IllegalStateException when it is none of these
   */
  public Form of(Type type) {
    if (type instanceof ParameterizedType generic) {
      Type[] arguments = generic.getActualTypeArguments();
      @Nullable Function<Form, Form> around = AROUND.get((Class<?>) generic.getRawType());
      return around == null
          ? of(generic.getRawType())
          : around.apply(of(arguments[arguments.length - 1]));
    }
    if (type instanceof WildcardType wildcard) {
      return of(wildcard.getUpperBounds()[0]);
    }
    if (type instanceof Class<?> plain) {
      return of(plain);
    }
    throw noForm(type);
  }

  private Form of(Class<?> type) {
    @Nullable Form scalar = Scalar.BY_TYPE.get(type);
    if (scalar != null) {
      return scalar;
    }
    return type.isEnum() ? new Choice(type) : group(type);
  }

  /** The form of a record or an interface. */
  GroupForm group(Class<?> type) {
    if (type.isRecord()) {
      return record(type);
    }
    if (type.isInterface()) {
      return new OpenForm(type, this);
    }
    throw noForm(type);
  }

  /** The form of a record. */
  RecordForm record(Class<?> type) {
    return RecordForm.of(type, this);
  }

  /** The keys of a record that stands in a group by itself, with their defaults. */
  public List<Key> keys(Class<? extends Record> type) {
    return record(type).keys("", Optional.empty()).toList();
  }

  /** The names of those keys that a record's group has itself. */
  public List<String> names(Class<? extends Record> type) {
    return keys(type).stream().map(key -> key.path().replaceFirst("\\..*", "")).distinct().toList();
  }

  private static IllegalStateException noForm(Type type) {
    return new IllegalStateException(
        "A component that configuration sets must be a scalar, an enum, a record, an interface or a collection of these, but it is %s."
            .formatted(type.getTypeName()));
  }
}
