package org.normscape.params;

import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;
import org.normscape.backend.Array;

/**
 * The arrays that a step, a measurement or any piece of work made, which close as one.
 *
 * <pre>
 * try (Owner owner = new Owner()) {
 *   Point&lt;Array&gt; point = owner.own(objective.initialPoint(backend, 7));
 *   Parameters&lt;Array&gt; found = gradient.run(point.with(batch), owner);
 *   System.out.println(found.get("loss").toScalar());
 * }
 * </pre>
 *
 * <p>An array has one owner at a time. {@link #handOver} lets it go to another: whoever gets it
 * closes it. A closed owner takes and lends nothing. For one thread at a time.
 */
public final class Owner implements AutoCloseable {

  private final List<Array> arrays = new ArrayList<>();
  private boolean closed;

  /** Takes over an array, and gives it back to be used. */
  public Array own(Array array) {
    checkOpen();
    arrays.add(array);
    return array;
  }

  /** Takes over all arrays of a bundle, and gives it back to be used. */
  public <B extends Bundle<Array>> B own(B bundle) {
    checkOpen();
    arrays.addAll(bundle.values());
    return bundle;
  }

  /**
   * A bundle whose arrays are this owner's, to be used until it closes.
   *
   * @throws IllegalStateException when it is closed
   */
  public <B extends Bundle<Array>> B lent(B bundle) {
    checkOpen();
    return bundle;
  }

  /**
   * Lets go of a bundle: from now on its arrays are the caller's, who closes them.
   *
   * @throws IllegalStateException when one of them is not this owner's, or not any more
   */
  public <B extends Bundle<Array>> B handOver(B bundle) {
    checkOpen();
    Set<Array> leaving = Collections.newSetFromMap(new IdentityHashMap<>());
    leaving.addAll(bundle.values());
    List<Array> staying = arrays.stream().filter(array -> !leaving.contains(array)).toList();
    if (arrays.size() - staying.size() < leaving.size()) {
      throw new IllegalStateException(
          "Owner: an array can be handed over once, by its owner, but one of these is not owned here. To fix: hand over what this owner was given, and only once.");
    }
    arrays.clear();
    arrays.addAll(staying);
    return bundle;
  }

  private void checkOpen() {
    if (closed) {
      throw new IllegalStateException(
          "Owner: arrays must be used before their owner closes, but it is closed. To fix: read them earlier, or hand them over to an owner that lives longer.");
    }
  }

  /** Closes the arrays, the last one first; a second call does nothing. */
  @Override
  public void close() {
    closed = true;
    for (int i = arrays.size() - 1; i >= 0; i--) {
      arrays.get(i).close();
    }
    arrays.clear();
  }
}
