package org.normscape.experiments.cluster;

import java.io.IOException;

/** A worker as the driver speaks to it: {@link Message} says what each means. */
interface WorkerSide {

  void setUp(Message.Setup setup) throws IOException;

  void given(Message.Given task) throws IOException;

  void changed(Message.FileChange change) throws IOException;

  void begin() throws IOException;

  void nothingIsLeft();

  void end();
}
