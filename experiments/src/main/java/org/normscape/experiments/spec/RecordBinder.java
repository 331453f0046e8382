package org.normscape.experiments.spec;

import com.typesafe.config.Config;
import com.typesafe.config.ConfigList;
import com.typesafe.config.ConfigObject;
import com.typesafe.config.ConfigValue;
import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.normscape.experiments.UserError;

/**
 * Binds configuration to a record: keys are the names of its components in kebab-case. A component
 * may be a number, a string, a boolean, an enum, another record, a list, an {@link Optional} (whose
 * key may be missing) or a sealed interface, whose record is chosen by the key {@code kind}. Every
 * other key must be there, and no others may be. Ranges are checked by the records themselves.
 */
public final class RecordBinder {

  /** The key that chooses the record of a sealed interface. */
  static final String KIND = "kind";

  private RecordBinder() {}

  /**
   * The record that the configuration describes.
   *
   * @throws UserError when a key is unknown or missing, or a value is not allowed
   */
  public static <R extends Record> R bind(Config config, Class<R> type) {
    return type.cast(record("", config.root(), type, List.of()));
  }

  private static Object value(String path, ConfigValue value, Type type) {
    if (type instanceof ParameterizedType generic) {
      Type argument = generic.getActualTypeArguments()[0];
      return generic.getRawType() == Optional.class
          ? Optional.of(value(path, value, argument))
          : list(path, value, argument);
    }
    Class<?> plain = (Class<?>) type;
    if (plain.isRecord()) {
      return record(path, object(path, value), plain, List.of());
    }
    if (plain.isSealed() && plain.isInterface()) {
      return chosen(path, object(path, value), plain);
    }
    return Scalars.read(path, value, plain);
  }

  private static List<Object> list(String path, ConfigValue value, Type element) {
    if (!(value instanceof ConfigList values)) {
      throw Problems.wrongType(path, value, "a list");
    }
    List<Object> list = new ArrayList<>();
    for (ConfigValue item : values) {
      list.add(value("%s[%d]".formatted(path, list.size()), item, element));
    }
    return List.copyOf(list);
  }

  private static ConfigObject object(String path, ConfigValue value) {
    if (!(value instanceof ConfigObject object)) {
      throw Problems.wrongType(path, value, "a group of keys in braces");
    }
    return object;
  }

  private static Object chosen(String path, ConfigObject object, Class<?> type) {
    Map<String, Class<?>> kinds =
        Arrays.stream(type.getPermittedSubclasses())
            .collect(
                Collectors.toMap(
                    kind -> Kebab.fromCamel(kind.getSimpleName()),
                    kind -> kind,
                    (a, b) -> a,
                    LinkedHashMap::new));
    ConfigValue kind = object.get(KIND);
    if (kind == null) {
      throw Problems.missing(path, object, KIND, "one of " + kinds.keySet());
    }
    String name = String.valueOf(kind.unwrapped());
    Class<?> record = kinds.get(name);
    if (record == null) {
      throw Problems.notOneOf(Problems.join(path, KIND), kind, name, kinds.keySet());
    }
    return record(path, object, record, List.of(KIND));
  }

  private static Object record(
      String path, ConfigObject object, Class<?> type, List<String> alsoAllowed) {
    RecordComponent[] components = type.getRecordComponents();
    List<String> keys = new ArrayList<>(alsoAllowed);
    Arrays.stream(components).map(c -> Kebab.fromCamel(c.getName())).forEach(keys::add);
    Problems.rejectUnknown(path, object, keys);
    Object[] arguments =
        Arrays.stream(components).map(component -> component(path, object, component)).toArray();
    return construct(path, object, type, arguments);
  }

  private static Object component(String path, ConfigObject object, RecordComponent component) {
    String key = Kebab.fromCamel(component.getName());
    ConfigValue value = object.get(key);
    if (value != null) {
      return value(Problems.join(path, key), value, component.getGenericType());
    }
    if (component.getType() == Optional.class) {
      return Optional.empty();
    }
    throw Problems.missing(path, object, key, Scalars.describe(component.getType()));
  }

  private static Object construct(
      String path, ConfigObject object, Class<?> type, Object[] arguments) {
    try {
      Constructor<?> constructor =
          type.getDeclaredConstructor(
              Arrays.stream(type.getRecordComponents())
                  .map(RecordComponent::getType)
                  .toArray(Class<?>[]::new));
      constructor.setAccessible(true);
      return constructor.newInstance(arguments);
    } catch (InvocationTargetException e) {
      if (e.getCause() instanceof Rule rule) {
        throw Problems.broken(path, object, rule);
      }
      throw new IllegalStateException("The constructor of %s failed.".formatted(type), e);
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException("A record has a canonical constructor: " + type, e);
    }
  }
}
