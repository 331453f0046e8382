package org.normscape.experiments.cluster;

import java.io.Serial;
import java.io.Serializable;

/** Bytes of a file on their way. */
final class Content implements Serializable {

  @Serial private static final long serialVersionUID = 1;

  private final byte[] bytes;

  /** These bytes, which nobody changes any more. */
  Content(byte[] bytes) {
    this.bytes = bytes;
  }

  /** The bytes; not to be changed. */
  byte[] bytes() {
    return bytes;
  }
}
