package org.normscape.experiments.config.form;

import com.typesafe.config.ConfigObject;
import com.typesafe.config.ConfigValue;
import com.typesafe.config.ConfigValueType;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.normscape.params.Parameters;

/**
 * Values under names that are the user's own, in alphabetical order. Names of the default that are
 * not set keep their values; {@code null} takes one away. Where a name is that of a kind, that kind
 * need not be said: {@code probes.landscape { … }}.
 *
 * @param entry the form of each
 * @param gather makes the map
 * @param entries the names and values of a map
 */
record Entries(
    Form entry, Function<Map<String, Object>, Object> gather, Function<Object, Map<?, ?>> entries)
    implements Form {

  static Entries map(Form entry) {
    return new Entries(
        entry, values -> Collections.unmodifiableMap(values), values -> (Map<?, ?>) values);
  }

  static Entries parameters(Form entry) {
    return new Entries(entry, Parameters::new, values -> ((Parameters<?>) values).byPath());
  }

  @Override
  public Optional<Object> read(Setting setting, Optional<Object> initial) {
    if (!(setting.value() instanceof ConfigObject written)) {
      setting.mustBe(words());
      return Optional.empty();
    }
    Map<String, Object> values = new TreeMap<>();
    initial.map(entries).ifPresent(map -> map.forEach((k, v) -> values.put((String) k, v)));
    int wrong = 0;
    for (Map.Entry<String, ConfigValue> one : new TreeMap<>(written).entrySet()) {
      wrong += read(setting.within(one.getKey(), one.getValue()), one.getKey(), values);
    }
    return wrong == 0 ? Optional.of(gather.apply(values)) : Optional.empty();
  }

  /** Puts one entry in its place, or takes it away; gives the number of wrong ones. */
  private int read(Setting setting, String name, Map<String, Object> values) {
    if (setting.value().valueType() == ConfigValueType.NULL) {
      values.remove(name);
      return 0;
    }
    Optional<Object> initial = Optional.ofNullable(values.get(name)).or(() -> entry.named(name));
    Optional<Object> value = entry.read(setting, initial);
    value.ifPresent(there -> values.put(name, there));
    return value.isPresent() ? 0 : 1;
  }

  @Override
  public Object write(Object values) {
    Map<String, @Nullable Object> tree = new LinkedHashMap<>();
    entries.apply(values).forEach((name, value) -> tree.put((String) name, entry.write(value)));
    return tree;
  }

  @Override
  public String words() {
    return "a group of names of your own, each %s".formatted(entry.words());
  }

  @Override
  public Optional<Class<?>> vocabulary() {
    return entry.vocabulary();
  }
}
