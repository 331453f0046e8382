package org.normscape.experiments.config.form;

import com.typesafe.config.ConfigList;
import com.typesafe.config.ConfigObject;
import com.typesafe.config.ConfigValue;
import com.typesafe.config.ConfigValueType;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Values one after the other, in brackets. One that has a {@code name} is known by it in errors and
 * settings, the others by their positions, from 0.
 *
 * @param item the form of each
 * @param gather makes the collection
 */
public record Items(Form item, Function<List<Object>, Object> gather) implements Form {

  private static final String NAME = "name";

  static Items list(Form item) {
    return new Items(item, List::copyOf);
  }

  static Items set(Form item) {
    return new Items(item, values -> Collections.unmodifiableSet(new LinkedHashSet<>(values)));
  }

  @Override
  public Optional<Object> read(Setting setting, Optional<Object> initial) {
    if (!(setting.value() instanceof ConfigList written)) {
      setting.mustBe(words());
      return Optional.empty();
    }
    List<Object> values = new ArrayList<>();
    for (int i = 0; i < written.size(); i++) {
      Setting one = setting.within(name(written.get(i), i), written.get(i));
      item.read(one, Optional.empty()).ifPresent(values::add);
    }
    return values.size() == written.size() ? Optional.of(gather.apply(values)) : Optional.empty();
  }

  /** The name of an item of a list, or its position. */
  public static String name(ConfigValue item, int position) {
    return item instanceof ConfigObject group
            && group.containsKey(NAME)
            && group.get(NAME).valueType() == ConfigValueType.STRING
        ? String.valueOf(group.get(NAME).unwrapped())
        : String.valueOf(position);
  }

  @Override
  public Object write(Object values) {
    List<@Nullable Object> tree = new ArrayList<>();
    ((Collection<?>) values).forEach(value -> tree.add(item.write(value)));
    return tree;
  }

  @Override
  public String words() {
    return "a list, each %s".formatted(item.words());
  }

  @Override
  public Optional<Class<?>> vocabulary() {
    return item.vocabulary();
  }
}
