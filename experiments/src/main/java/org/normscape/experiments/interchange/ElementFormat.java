package org.normscape.experiments.interchange;

import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Stream;
import org.normscape.ir.DType;

/**
 * A type of elements in a file. Its constant has the name that safetensors has for it. Elements
 * that arrays here cannot have become elements of a wider type: 16-bit floats become float32, bytes
 * and shorter whole numbers int32, and whole numbers of 64 bits float64, which is exact up to 2⁵³.
 */
public enum ElementFormat {
  /** float16: IEEE 754 binary16. */
  F16("f2", Short.BYTES, DType.FLOAT32) {
    @Override
    double get(ByteBuffer bytes, int at) {
      return half(bytes.getShort(at));
    }
  },
  /** bfloat16: the upper half of a float32. */
  BF16("", Short.BYTES, DType.FLOAT32) {
    @Override
    double get(ByteBuffer bytes, int at) {
      return upperHalf(bytes.getShort(at));
    }
  },
  /** float32. */
  F32("f4", Float.BYTES, DType.FLOAT32) {
    @Override
    double get(ByteBuffer bytes, int at) {
      return bytes.getFloat(at);
    }
  },
  /** float64. */
  F64("f8", Double.BYTES, DType.FLOAT64) {
    @Override
    double get(ByteBuffer bytes, int at) {
      return bytes.getDouble(at);
    }
  },
  /** int8. */
  I8("i1", Byte.BYTES, DType.INT32) {
    @Override
    double get(ByteBuffer bytes, int at) {
      return bytes.get(at);
    }
  },
  /** uint8. */
  U8("u1", Byte.BYTES, DType.INT32) {
    @Override
    double get(ByteBuffer bytes, int at) {
      return Byte.toUnsignedInt(bytes.get(at));
    }
  },
  /** int16. */
  I16("i2", Short.BYTES, DType.INT32) {
    @Override
    double get(ByteBuffer bytes, int at) {
      return bytes.getShort(at);
    }
  },
  /** uint16. */
  U16("u2", Short.BYTES, DType.INT32) {
    @Override
    double get(ByteBuffer bytes, int at) {
      return Short.toUnsignedInt(bytes.getShort(at));
    }
  },
  /** int32. */
  I32("i4", Integer.BYTES, DType.INT32) {
    @Override
    double get(ByteBuffer bytes, int at) {
      return bytes.getInt(at);
    }
  },
  /** uint32. */
  U32("u4", Integer.BYTES, DType.FLOAT64) {
    @Override
    double get(ByteBuffer bytes, int at) {
      return Integer.toUnsignedLong(bytes.getInt(at));
    }
  },
  /** int64. */
  I64("i8", Long.BYTES, DType.FLOAT64) {
    @Override
    double get(ByteBuffer bytes, int at) {
      return bytes.getLong(at);
    }
  },
  /** False and true as bytes 0 and 1. */
  BOOL("b1", Byte.BYTES, DType.INT32) {
    @Override
    double get(ByteBuffer bytes, int at) {
      return bytes.get(at);
    }
  };

  private static final int EXPONENT_OF_HALF = 0x1F;
  private static final int FRACTION_BITS_OF_HALF = 10;
  private static final int FRACTION_OF_HALF = 0x3FF;
  private static final int BIAS_OF_HALF = 15;

  private final String numpy;
  private final int bytes;
  private final DType dtype;

  ElementFormat(String numpy, int bytes, DType dtype) {
    this.numpy = numpy;
    this.bytes = bytes;
    this.dtype = dtype;
  }

  /** The number of bytes of an element. */
  public int bytes() {
    return bytes;
  }

  /** The type that elements get here. */
  DType dtype() {
    return dtype;
  }

  /** The element that begins at a place, counted in bytes. */
  abstract double get(ByteBuffer bytes, int at);

  /** The format in which elements of a type are written. */
  static ElementFormat of(DType dtype) {
    return Stream.of(F32, F64, I32)
        .filter(format -> format.dtype == dtype)
        .findFirst()
        .orElseThrow();
  }

  /** The format that safetensors calls so; none where it is not read. */
  static Optional<ElementFormat> named(String word) {
    return Arrays.stream(values()).filter(format -> format.name().equals(word)).findFirst();
  }

  /** The format that NumPy calls so, without the order of bytes: {@code f4}. */
  static Optional<ElementFormat> numpy(String word) {
    return Arrays.stream(values()).filter(format -> format.numpy.equals(word)).findFirst();
  }

  private static double half(short bits) {
    int exponent = bits >> FRACTION_BITS_OF_HALF & EXPONENT_OF_HALF;
    int fraction = bits & FRACTION_OF_HALF;
    double magnitude =
        switch (exponent) {
          case 0 -> Math.scalb((double) fraction, 1 - BIAS_OF_HALF - FRACTION_BITS_OF_HALF);
          case EXPONENT_OF_HALF -> fraction == 0 ? Double.POSITIVE_INFINITY : Double.NaN;
          default ->
              Math.scalb(
                  (double) (FRACTION_OF_HALF + 1 + fraction),
                  exponent - BIAS_OF_HALF - FRACTION_BITS_OF_HALF);
        };
    return bits < 0 ? -magnitude : magnitude;
  }

  private static double upperHalf(short bits) {
    return Float.intBitsToFloat(bits << Short.SIZE);
  }
}
