package org.normscape.bench.trainer.libtorch;

import ai.djl.Device;
import ai.djl.ndarray.NDManager;

/** libtorch on the CPU, from the class path alone. */
public final class Libtorch {

  private static final String OFFLINE = "ai.djl.offline";

  private Libtorch() {}

  /** What arrays belong to: they close with it. */
  public static NDManager manager() {
    if (System.getProperty(OFFLINE) == null) {
      System.setProperty(OFFLINE, "true");
    }
    return NDManager.newBaseManager(Device.cpu(), "PyTorch");
  }
}
