package org.normscape.experiments.spec;

import java.lang.reflect.RecordComponent;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A record as a tree of maps, lists and scalars: the inverse of {@link RecordBinder}. */
public final class RecordTree {

  private RecordTree() {}

  /** The keys and values of a record, in the order of its components. */
  public static Map<String, Object> of(Record record) {
    Map<String, Object> tree = new LinkedHashMap<>();
    boolean chosen = List.of(record.getClass().getInterfaces()).stream().anyMatch(Class::isSealed);
    if (chosen) {
      tree.put(RecordBinder.KIND, Kebab.fromCamel(record.getClass().getSimpleName()));
    }
    for (RecordComponent component : record.getClass().getRecordComponents()) {
      Object value = read(record, component);
      if (!(value instanceof Optional<?> optional) || optional.isPresent()) {
        tree.put(Kebab.fromCamel(component.getName()), node(value));
      }
    }
    return tree;
  }

  private static Object node(Object value) {
    if (value instanceof Optional<?> optional) {
      return node(optional.orElseThrow());
    }
    if (value instanceof Record record) {
      return of(record);
    }
    if (value instanceof List<?> list) {
      return list.stream().map(RecordTree::node).toList();
    }
    return value instanceof Enum<?> ? Scalars.name(value) : value;
  }

  private static Object read(Record record, RecordComponent component) {
    try {
      component.getAccessor().setAccessible(true);
      return component.getAccessor().invoke(record);
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException("A record can be read: " + record, e);
    }
  }
}
