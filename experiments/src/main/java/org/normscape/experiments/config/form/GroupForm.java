package org.normscape.experiments.config.form;

import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The form of what is written as a group of keys that are known beforehand. */
interface GroupForm extends Form {

  /** The setting as a group; empty, with a problem noted, when it is none. */
  Optional<Group> group(Setting setting);

  /** The keys that are read in this group. */
  Collection<String> names(Group group, Optional<Object> initial);

  /** The value that those keys describe, whatever other keys there are. */
  Optional<Object> readKeys(Group group, Optional<Object> initial);

  /** Writes those keys. */
  void writeKeys(Object value, Map<String, @Nullable Object> tree);

  /**
   * The keys by which a value is set that lies flat in another group.
   *
   * @param group whose path is that of the group
   */
  Stream<Key> keysWithin(Key group);

  @Override
  default Optional<Object> read(Setting setting, Optional<Object> initial) {
    return group(setting).flatMap(group -> read(group, initial));
  }

  /** The value of a group in which no other keys may stand. */
  default Optional<Object> read(Group group, Optional<Object> initial) {
    group.allow(names(group, initial));
    return readKeys(group, initial);
  }
}
