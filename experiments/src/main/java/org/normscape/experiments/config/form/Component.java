package org.normscape.experiments.config.form;

import java.lang.reflect.RecordComponent;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A component of a record, and where it lies in the record's group. */
interface Component {

  /** The component as the record declares it. */
  RecordComponent declared();

  /** The keys of the record's group that it reads. */
  Stream<String> names(Group group, Optional<Object> initial);

  /** Its value in the record's group. */
  Optional<Object> read(Group group, Optional<Object> initial);

  /** Writes its value into the record's group. */
  void write(Object value, Map<String, @Nullable Object> group);

  /** The form of its own group, if that is the record's group. */
  Optional<GroupForm> flat();

  /** The keys by which it is set, where the record's group is at {@code path}. */
  Stream<Key> keys(String path, Optional<Object> initial);

  /** Its value in a record. */
  default Object of(Object record) {
    try {
      declared().getAccessor().setAccessible(true);
      return declared().getAccessor().invoke(record);
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException("A record can be read: " + record, e);
    }
  }
}
