package org.normscape.bench.measure;

import java.util.Map;

/** How a process allocates large tensors. */
public enum Allocator {
  /** As the launcher sets it: kept in huge pages. */
  SET,
  /** As the system's C library does by default. */
  DEFAULT;

  private static final String VARIABLE = "GLIBC_TUNABLES";

  /** Brings the environment of a process into this state. */
  void applyTo(Map<String, String> environment) {
    if (this == DEFAULT) {
      environment.remove(VARIABLE);
    }
  }
}
