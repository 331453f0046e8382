package org.normscape.experiments.interchange;

import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.Optional;
import org.normscape.ir.DType;

/** How safetensors calls a type of elements, and how it writes one. */
enum ElementFormat {
  F32(DType.FLOAT32) {
    @Override
    void put(ByteBuffer bytes, double value) {
      bytes.putFloat((float) value);
    }

    @Override
    double get(ByteBuffer bytes) {
      return bytes.getFloat();
    }
  },
  F64(DType.FLOAT64) {
    @Override
    void put(ByteBuffer bytes, double value) {
      bytes.putDouble(value);
    }

    @Override
    double get(ByteBuffer bytes) {
      return bytes.getDouble();
    }
  },
  I32(DType.INT32) {
    @Override
    void put(ByteBuffer bytes, double value) {
      bytes.putInt((int) value);
    }

    @Override
    double get(ByteBuffer bytes) {
      return bytes.getInt();
    }
  };

  private final DType dtype;

  ElementFormat(DType dtype) {
    this.dtype = dtype;
  }

  abstract void put(ByteBuffer bytes, double value);

  abstract double get(ByteBuffer bytes);

  /** The type of the elements here. */
  DType dtype() {
    return dtype;
  }

  /** The format of a type. */
  static ElementFormat of(DType dtype) {
    return Arrays.stream(values())
        .filter(format -> format.dtype == dtype)
        .findFirst()
        .orElseThrow();
  }

  /** The format that a file names; none where no array here has it. */
  static Optional<ElementFormat> named(String word) {
    return Arrays.stream(values()).filter(format -> format.name().equals(word)).findFirst();
  }
}
