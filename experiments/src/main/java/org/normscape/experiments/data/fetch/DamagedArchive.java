package org.normscape.experiments.data.fetch;

import java.io.IOException;
import java.io.Serial;
import org.jspecify.annotations.Nullable;

/** An archive that is broken, or is not the one that was wanted. */
final class DamagedArchive extends IOException {

  @Serial private static final long serialVersionUID = 1;

  /** Says what is wrong, as a clause. */
  DamagedArchive(String fault, @Nullable Throwable cause) {
    super(fault, cause);
  }

  /** What is wrong, as a clause. */
  String fault() {
    return String.valueOf(getMessage());
  }
}
