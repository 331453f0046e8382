package org.normscape.experiments.config.form;

import java.lang.reflect.RecordComponent;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A component whose own keys lie among those of the record: see {@code Flat}. */
record FlatComponent(RecordComponent declared, Forms forms) implements Component {

  @Override
  public Stream<String> names(Group group, Optional<Object> initial) {
    return form().names(group, initial).stream();
  }

  @Override
  public Optional<Object> read(Group group, Optional<Object> initial) {
    return form().readKeys(group, initial);
  }

  @Override
  public void write(Object value, Map<String, @Nullable Object> group) {
    form().writeKeys(value, group);
  }

  @Override
  public Optional<GroupForm> flat() {
    return Optional.of(form());
  }

  @Override
  public Stream<Key> keys(String path, Optional<Object> initial) {
    return form().keysWithin(new Key(path, form(), declared, initial));
  }

  private GroupForm form() {
    return forms.group(declared.getType());
  }
}
