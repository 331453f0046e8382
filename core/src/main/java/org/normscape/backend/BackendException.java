package org.normscape.backend;

import java.io.Serial;
import org.jspecify.annotations.Nullable;

/** Says that a backend or a device cannot be used here, and how to mend that. */
public final class BackendException extends RuntimeException {

  @Serial private static final long serialVersionUID = 1;

  /** With what went wrong, and what caused it. */
  public BackendException(String message, @Nullable Throwable cause) {
    super(message, cause);
  }
}
