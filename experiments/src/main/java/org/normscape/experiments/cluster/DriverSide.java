package org.normscape.experiments.cluster;

import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** The driver as a worker speaks to it: {@link Message} says what each means. */
interface DriverSide {

  void ready(@Nullable String cell) throws IOException;

  void unable(String sentence);

  void advanced(long units, String detail);

  void said(String line);

  void kernels(String json) throws IOException;

  void changed(Message.FileChange change) throws IOException;

  void ended() throws IOException;

  void failed(Message.Failed how) throws IOException;
}
