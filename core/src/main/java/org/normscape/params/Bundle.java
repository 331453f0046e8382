package org.normscape.params;

import java.util.List;

/**
 * Values that belong together, such as {@link Parameters} or a point.
 *
 * @param <T> what is bundled: types, tensors, arrays
 */
public interface Bundle<T> {

  /** All values, in a fixed order. */
  List<T> values();
}
