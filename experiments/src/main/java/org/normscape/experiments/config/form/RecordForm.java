package org.normscape.experiments.config.form;

import com.typesafe.config.ConfigObject;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.normscape.component.Flat;
import org.normscape.experiments.config.kind.Kind;

/**
 * A record, whose components are keys. What is not set has the value of the default, or else of the
 * record's public constructor without arguments.
 *
 * @param type the record
 * @param components its components, in order
 */
record RecordForm(Class<?> type, List<Component> components) implements GroupForm {

  static RecordForm of(Class<?> type, Forms forms) {
    return new RecordForm(
        type,
        Arrays.stream(type.getRecordComponents())
            .map(
                declared ->
                    declared.isAnnotationPresent(Flat.class)
                        ? new FlatComponent(declared, forms)
                        : new KeyComponent(declared, forms))
            .<Component>map(component -> component)
            .toList());
  }

  @Override
  public Optional<Group> group(Setting setting) {
    if (setting.value() instanceof ConfigObject object) {
      return Optional.of(new Group(setting.path(), object, setting.problems()));
    }
    Optional<GroupForm> flat =
        components.stream().flatMap(component -> component.flat().stream()).findFirst();
    if (flat.isPresent()) {
      return flat.get().group(setting);
    }
    setting.mustBe(words());
    return Optional.empty();
  }

  @Override
  public Collection<String> names(Group group, Optional<Object> initial) {
    Optional<Object> whole = whole(initial);
    return components.stream()
        .flatMap(component -> component.names(group, whole.map(component::of)))
        .toList();
  }

  @Override
  public Optional<Object> readKeys(Group group, Optional<Object> initial) {
    Optional<Object> whole = whole(initial);
    Map<Component, Object> read = new LinkedHashMap<>();
    for (Component component : components) {
      component
          .read(group, whole.map(component::of))
          .ifPresent(value -> read.put(component, value));
    }
    if (read.size() == components.size()) {
      return Construction.of(type, List.copyOf(read.values()), group);
    }
    whole.ifPresent(defaults -> checkRules(read, defaults, group));
    return Optional.empty();
  }

  /** Notes what the record refuses of what could be read, with defaults for what could not. */
  private void checkRules(Map<Component, Object> read, Object defaults, Group group) {
    List<Object> arguments =
        components.stream()
            .map(component -> read.getOrDefault(component, component.of(defaults)))
            .toList();
    List<String> names =
        read.keySet().stream().map(component -> component.declared().getName()).toList();
    Construction.check(type, arguments, names, group);
  }

  private Optional<Object> whole(Optional<Object> initial) {
    return initial.filter(type::isInstance).or(() -> Kind.of(type).standard());
  }

  @Override
  public Object write(Object value) {
    Map<String, @Nullable Object> tree = new LinkedHashMap<>();
    writeKeys(value, tree);
    return tree;
  }

  @Override
  public void writeKeys(Object value, Map<String, @Nullable Object> tree) {
    components.forEach(component -> component.write(component.of(value), tree));
  }

  @Override
  public String words() {
    return "a group of keys in braces";
  }

  @Override
  public Stream<Key> keys(Key key) {
    return keys(key.path(), key.initial());
  }

  @Override
  public Stream<Key> keysWithin(Key group) {
    return keys(group);
  }

  /** The keys of this record where it lies in the group at {@code path}. */
  Stream<Key> keys(String path, Optional<Object> initial) {
    Optional<Object> whole = whole(initial);
    return components.stream().flatMap(component -> component.keys(path, whole.map(component::of)));
  }
}
