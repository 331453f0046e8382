package org.normscape.experiments.config.form;

import com.typesafe.config.ConfigObject;
import com.typesafe.config.ConfigValueFactory;
import com.typesafe.config.ConfigValueType;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.normscape.experiments.config.kind.Kind;
import org.normscape.experiments.config.kind.Names;

/**
 * A record that implements an interface, chosen by the key {@code kind}. A word alone is short for
 * a group with that key only.
 *
 * @param family the interface
 * @param forms the forms of other types
 */
record OpenForm(Class<?> family, Forms forms) implements GroupForm {

  @Override
  public Optional<Group> group(Setting setting) {
    if (setting.value() instanceof ConfigObject object) {
      return Optional.of(new Group(setting.path(), object, setting.problems()));
    }
    if (setting.value().valueType() == ConfigValueType.STRING) {
      ConfigObject object =
          ConfigValueFactory.fromMap(Map.of())
              .withOrigin(setting.value().origin())
              .withValue(Forms.KIND, setting.value());
      return Optional.of(new Group(setting.path(), object, setting.problems()));
    }
    setting.mustBe(words());
    return Optional.empty();
  }

  @Override
  public Collection<String> names(Group group, Optional<Object> initial) {
    Optional<Kind> kind = kind(group, initial);
    if (kind.isEmpty()) {
      return group.object().keySet();
    }
    List<String> names = new ArrayList<>(List.of(Forms.KIND));
    names.addAll(forms.record(kind.get().type()).names(group, initial));
    return names;
  }

  @Override
  public Optional<Object> readKeys(Group group, Optional<Object> initial) {
    group.problems().know(Paths.join(group.path(), Forms.KIND));
    knowOtherKinds(group, initial);
    return kind(group, initial).flatMap(kind -> forms.record(kind.type()).readKeys(group, initial));
  }

  /** Remembers which kinds have the keys that the kind of this group does not have. */
  private void knowOtherKinds(Group group, Optional<Object> initial) {
    Collection<String> own = names(group, initial);
    group.object().keySet().stream()
        .filter(key -> !own.contains(key))
        .map(key -> Paths.join(group.path(), key))
        .forEach(path -> group.problems().knowOfKinds(path, kindsWith(group.path(), path)));
  }

  /** The kinds that have a key, or that are called like it. */
  private List<String> kindsWith(String group, String path) {
    return forms.kinds().of(family).stream()
        .filter(kind -> Names.same(kind.name(), Paths.last(path)) || has(kind, group, path))
        .map(Kind::name)
        .toList();
  }

  private boolean has(Kind kind, String group, String path) {
    return forms
        .record(kind.type())
        .keys(group, Optional.empty())
        .anyMatch(key -> key.path().equals(path));
  }

  private Optional<Kind> kind(Group group, Optional<Object> initial) {
    Optional<Setting> written = group.at(Forms.KIND);
    if (written.isEmpty()) {
      if (initial.isEmpty()) {
        group.missing(Forms.KIND, words());
      }
      return initial.map(value -> Kind.of(value.getClass()));
    }
    String given = String.valueOf(written.get().value().unwrapped());
    Optional<Kind> kind = forms.kinds().named(family, given);
    if (kind.isEmpty()) {
      Choice.notOneOf(written.get(), given, forms.kinds().names(family));
    }
    return kind;
  }

  @Override
  public Optional<Object> named(String name) {
    return forms.kinds().named(family, name).flatMap(Kind::standard).map(kind -> kind);
  }

  @Override
  public Object write(Object value) {
    Map<String, @Nullable Object> tree = new LinkedHashMap<>();
    writeKeys(value, tree);
    return tree;
  }

  @Override
  public void writeKeys(Object value, Map<String, @Nullable Object> tree) {
    tree.put(Forms.KIND, Kind.of(value.getClass()).name());
    forms.record(value.getClass()).writeKeys(value, tree);
  }

  @Override
  public Stream<Key> keysWithin(Key group) {
    return Stream.of(
        new Key(Paths.join(group.path(), Forms.KIND), this, group.component(), group.initial()));
  }

  @Override
  public String words() {
    return "one of " + forms.kinds().names(family);
  }

  @Override
  public Optional<Class<?>> vocabulary() {
    return Optional.of(family);
  }
}
