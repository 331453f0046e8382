package org.normscape.experiments.report.table;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.parquet.format.ColumnChunk;
import org.apache.parquet.format.ColumnMetaData;
import org.apache.parquet.format.CompressionCodec;
import org.apache.parquet.format.DataPageHeader;
import org.apache.parquet.format.Encoding;
import org.apache.parquet.format.FieldRepetitionType;
import org.apache.parquet.format.FileMetaData;
import org.apache.parquet.format.PageHeader;
import org.apache.parquet.format.PageType;
import org.apache.parquet.format.RowGroup;
import org.apache.parquet.format.SchemaElement;
import org.apache.parquet.format.Util;

/**
 * A table in the format Apache Parquet: one row group, one page for each column, values in the
 * encoding PLAIN, not compressed. Every column is optional. The structures of the format are those
 * of the library {@code parquet-format-structures}; what is written here is pages, as <a
 * href="https://github.com/apache/parquet-format">github.com/apache/parquet-format</a> defines
 * them.
 */
final class ParquetFile {

  private static final byte[] MAGIC = "PAR1".getBytes(StandardCharsets.US_ASCII);
  private static final String WRITER = "Normscape";
  private static final int VERSION = 1;
  private static final int SEVEN_BITS = 0x7f;
  private static final int MORE = 0x80;

  private final ByteArrayOutputStream file = new ByteArrayOutputStream();
  private final List<SchemaElement> schema = new ArrayList<>();
  private final List<ColumnChunk> chunks = new ArrayList<>();

  private ParquetFile() {}

  /** The bytes of a file. */
  static byte[] of(DataFrame table) throws IOException {
    ParquetFile parquet = new ParquetFile();
    parquet.write(table);
    return parquet.file.toByteArray();
  }

  private void write(DataFrame table) throws IOException {
    file.write(MAGIC);
    schema.add(new SchemaElement("schema").setNum_children(table.columns().size()));
    for (Column<?> column : table.columns()) {
      add(column);
    }
    long bytes = (long) file.size() - MAGIC.length;
    RowGroup rows = new RowGroup(chunks, bytes, table.rows());
    FileMetaData footer = new FileMetaData(VERSION, schema, table.rows(), List.of(rows));
    footer.setCreated_by(WRITER);
    int start = file.size();
    Util.writeFileMetaData(footer, file);
    file.write(littleEndian(file.size() - start));
    file.write(MAGIC);
  }

  private <T> void add(Column<T> column) throws IOException {
    schema.add(element(column));
    long start = file.size();
    byte[] page = page(column);
    int rows = column.values().size();
    PageHeader header = new PageHeader(PageType.DATA_PAGE, page.length, page.length);
    header.setData_page_header(
        new DataPageHeader(rows, Encoding.PLAIN, Encoding.RLE, Encoding.RLE));
    Util.writePageHeader(header, file);
    file.write(page);
    ColumnMetaData meta =
        new ColumnMetaData(
            column.kind().physical(),
            List.of(Encoding.PLAIN, Encoding.RLE),
            List.of(column.name()),
            CompressionCodec.UNCOMPRESSED,
            rows,
            file.size() - start,
            file.size() - start,
            start);
    chunks.add(new ColumnChunk(start).setMeta_data(meta));
  }

  private static SchemaElement element(Column<?> column) {
    SchemaElement element = new SchemaElement(column.name());
    element.setType(column.kind().physical());
    element.setRepetition_type(FieldRepetitionType.OPTIONAL);
    column.kind().text().ifPresent(element::setLogicalType);
    column.kind().converted().ifPresent(element::setConverted_type);
    return element;
  }

  /** Which rows have a value, behind the length of that in bytes; then the values there are. */
  private static <T> byte[] page(Column<T> column) throws IOException {
    byte[] levels = levels(column.values());
    ByteArrayOutputStream page = new ByteArrayOutputStream();
    page.write(littleEndian(levels.length));
    page.write(levels);
    for (Optional<T> value : column.values()) {
      if (value.isPresent()) {
        page.write(column.kind().plain().apply(value.get()));
      }
    }
    return page.toByteArray();
  }

  /**
   * A 1 for each row that has a value, a 0 for others, as runs: their lengths, and what repeats.
   */
  private static <T> byte[] levels(List<Optional<T>> values) {
    ByteArrayOutputStream runs = new ByteArrayOutputStream();
    int start = 0;
    for (int i = 1; i <= values.size(); i++) {
      boolean isPresent = values.get(start).isPresent();
      if (i == values.size() || values.get(i).isPresent() != isPresent) {
        variableLength((i - start) << 1, runs);
        runs.write(isPresent ? 1 : 0);
        start = i;
      }
    }
    return runs.toByteArray();
  }

  /** A number in groups of seven bits, the least significant first (ULEB128). */
  private static void variableLength(int number, ByteArrayOutputStream to) {
    int rest = number;
    while (rest > SEVEN_BITS) {
      to.write((rest & SEVEN_BITS) | MORE);
      rest >>>= 7;
    }
    to.write(rest);
  }

  private static byte[] littleEndian(int number) {
    return ByteBuffer.allocate(Integer.BYTES).order(ByteOrder.LITTLE_ENDIAN).putInt(number).array();
  }
}
