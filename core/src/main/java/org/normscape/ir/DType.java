package org.normscape.ir;

/** The type of a tensor's elements. */
public enum DType {
  /** IEEE 754 binary32. */
  FLOAT32("f32", 4),
  /** IEEE 754 binary64. */
  FLOAT64("f64", 8),
  /** Two's complement integers of 32 bits: labels and indices. */
  INT32("i32", 4);

  private final String shortName;
  private final int bytes;

  DType(String shortName, int bytes) {
    this.shortName = shortName;
    this.bytes = bytes;
  }

  /** The bytes that one element takes. */
  public int bytes() {
    return bytes;
  }

  /** Whether elements are floating-point numbers, which arithmetic and derivatives need. */
  public boolean isFloating() {
    return this != INT32;
  }

  @Override
  public String toString() {
    return shortName;
  }
}
