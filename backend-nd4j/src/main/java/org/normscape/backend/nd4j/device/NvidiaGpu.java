package org.normscape.backend.nd4j.device;

/**
 * A GPU as NVIDIA's driver describes it.
 *
 * @param name its model
 * @param major the whole part of its compute capability
 * @param minor the part behind the point
 */
record NvidiaGpu(String name, int major, int minor) {

  private static final int TEN = 10;

  /** Whether the compute capability lies between two others, each times ten. */
  boolean isBetween(int lowest, int highest) {
    int own = major * TEN + minor;
    return lowest <= own && own <= highest;
  }

  @Override
  public String toString() {
    return name + " with " + major + "." + minor;
  }
}
