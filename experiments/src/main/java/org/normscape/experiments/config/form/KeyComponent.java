package org.normscape.experiments.config.form;

import java.lang.reflect.RecordComponent;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.normscape.experiments.config.kind.Names;

/** A component under a key of its own: its name. */
record KeyComponent(RecordComponent declared, Forms forms) implements Component {

  @Override
  public Stream<String> names(Group group, Optional<Object> initial) {
    return Stream.of(key());
  }

  @Override
  public Optional<Object> read(Group group, Optional<Object> initial) {
    Optional<Setting> written = group.at(key());
    String path = Paths.join(group.path(), key());
    if (written.isPresent()) {
      group.problems().know(path);
      return form().read(written.get(), initial);
    }
    group.problems().know(path, initial.map(form()::write).orElse(null));
    Optional<Object> value = initial.or(form()::absent);
    if (value.isEmpty()) {
      group.missing(key(), form().words());
    }
    return value;
  }

  @Override
  public void write(Object value, Map<String, @Nullable Object> group) {
    group.put(key(), form().write(value));
  }

  @Override
  public Optional<GroupForm> flat() {
    return Optional.empty();
  }

  @Override
  public Stream<Key> keys(String path, Optional<Object> initial) {
    return form()
        .keys(new Key(Paths.join(path, key()), form(), declared, initial.or(form()::absent)));
  }

  private String key() {
    return Names.kebab(declared.getName());
  }

  private Form form() {
    return forms.of(declared.getGenericType());
  }
}
