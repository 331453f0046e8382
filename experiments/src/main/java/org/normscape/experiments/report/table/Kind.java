package org.normscape.experiments.report.table;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.function.Function;
import org.apache.parquet.format.ConvertedType;
import org.apache.parquet.format.LogicalType;
import org.apache.parquet.format.StringType;
import org.apache.parquet.format.Type;

/**
 * What the values of a column are.
 *
 * @param <T> their class
 * @param physical the type that Parquet has for them
 * @param text whether Parquet is to take them for text in UTF-8
 * @param plain a value in the encoding that Parquet calls PLAIN
 */
record Kind<T>(Type physical, Optional<LogicalType> text, Function<T, byte[]> plain) {

  /** Words and sentences. */
  static final Kind<String> TEXT =
      new Kind<>(Type.BYTE_ARRAY, Optional.of(LogicalType.STRING(new StringType())), Kind::text);

  /** Whole numbers. */
  static final Kind<Long> WHOLE =
      new Kind<>(Type.INT64, Optional.empty(), value -> bytes(Long.BYTES).putLong(value).array());

  /** Numbers in double precision; they may be infinite or NaN. */
  static final Kind<Double> REAL =
      new Kind<>(
          Type.DOUBLE, Optional.empty(), value -> bytes(Double.BYTES).putDouble(value).array());

  /** What readers of Parquet's first version take text for. */
  Optional<ConvertedType> converted() {
    return text.map(type -> ConvertedType.UTF8);
  }

  private static byte[] text(String value) {
    byte[] utf8 = value.getBytes(StandardCharsets.UTF_8);
    return bytes(Integer.BYTES + utf8.length).putInt(utf8.length).put(utf8).array();
  }

  private static ByteBuffer bytes(int size) {
    return ByteBuffer.allocate(size).order(ByteOrder.LITTLE_ENDIAN);
  }
}
