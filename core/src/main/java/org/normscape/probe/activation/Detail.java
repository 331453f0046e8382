package org.normscape.probe.activation;

/** How much is recorded of the channels of a layer. */
public enum Detail {
  /** What they have in common. */
  SUMMARY,
  /** Each of them as well: as many numbers as there are channels. */
  EVERY_CHANNEL
}
