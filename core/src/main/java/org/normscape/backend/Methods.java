package org.normscape.backend;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Which method computes which call, by its name. A call that is not named is left to the backend.
 *
 * @param chosen from call to the name of a method
 */
public record Methods(Map<KernelCall, String> chosen) {

  /** Everything is left to the backend. */
  public static final Methods UNASKED = new Methods(Map.of());

  public Methods {
    chosen = Collections.unmodifiableMap(new LinkedHashMap<>(chosen));
  }

  /** One call by one method; everything else is left to the backend. */
  public static Methods of(KernelCall call, Method method) {
    return new Methods(Map.of(call, method.name()));
  }

  /** The name of the method for a call, if one was chosen. */
  public Optional<String> of(KernelCall call) {
    return Optional.ofNullable(chosen.get(call));
  }
}
