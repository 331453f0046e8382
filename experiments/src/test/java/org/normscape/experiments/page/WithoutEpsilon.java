package org.normscape.experiments.page;

import java.lang.reflect.Constructor;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;

/** Records whose {@code epsilon} is as small as they allow, so that what it hides is seen. */
final class WithoutEpsilon {

  /** So small that it adds nothing, and above 0. */
  private static final double LEAST = 1e-200;

  private WithoutEpsilon() {}

  /** The record with this epsilon, those within it included. */
  static <T> T of(T original) {
    return original instanceof Record ? rebuilt(original) : original;
  }

  @SuppressWarnings("unchecked")
  private static <T> T rebuilt(T original) {
    RecordComponent[] components = original.getClass().getRecordComponents();
    Class<?>[] types =
        Arrays.stream(components).map(RecordComponent::getType).toArray(Class<?>[]::new);
    try {
      Object[] values = new Object[components.length];
      for (int i = 0; i < components.length; i++) {
        Object value = components[i].getAccessor().invoke(original);
        values[i] = components[i].getName().equals("epsilon") ? LEAST : of(value);
      }
      Constructor<?> constructor = original.getClass().getDeclaredConstructor(types);
      return (T) constructor.newInstance(values);
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException("cannot be made anew: " + original, e);
    }
  }
}
