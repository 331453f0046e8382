package org.normscape.experiments.cluster;

import org.normscape.experiments.UserError;

/**
 * Where the driver waits for workers.
 *
 * @param host its name or number
 * @param port the port
 */
public record Address(String host, int port) {

  private static final int PORTS = 1 << 16;

  /**
   * Reads {@code HOST:PORT}.
   *
   * @throws UserError when it is something else
   */
  public static Address parse(String text) {
    int colon = text.lastIndexOf(':');
    String port = text.substring(colon + 1);
    if (colon < 1 || !port.matches("\\d{1,5}") || Integer.parseInt(port) >= PORTS) {
      throw UserError.usage(
          "--driver: must be HOST:PORT, but it is \"%s\". To fix: leave this command to \"normscape sweep --spark\"."
              .formatted(text));
    }
    return new Address(text.substring(0, colon), Integer.parseInt(port));
  }

  @Override
  public String toString() {
    return host + ":" + port;
  }
}
