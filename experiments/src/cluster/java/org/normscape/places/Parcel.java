package org.normscape.places;

import java.io.Serializable;
import java.util.List;

/**
 * A file that a worker needs.
 *
 * @param sha256 the SHA-256 of what it holds, in hexadecimal
 * @param bytes its length
 * @param name what it is called where it has been fetched
 * @param path where it is on the driver's machine
 */
record Parcel(String sha256, long bytes, String name, String path) implements Serializable {

  private static final int PARTS = 4;

  /** Reads the line of an order. */
  static Parcel parse(String line) {
    List<String> parts = List.of(line.split("\t", PARTS));
    return new Parcel(parts.get(0), Long.parseLong(parts.get(1)), parts.get(2), parts.get(3));
  }
}
