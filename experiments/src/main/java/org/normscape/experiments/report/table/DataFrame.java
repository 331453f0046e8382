package org.normscape.experiments.report.table;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import org.normscape.experiments.run.file.Json;
import org.normscape.experiments.run.file.WholeFile;

/**
 * A table whose columns have names and types, as other programs read it.
 *
 * @param columns at least one, with as many values each
 */
record DataFrame(List<Column<?>> columns) {

  DataFrame {
    columns = List.copyOf(columns);
    if (columns.stream().map(column -> column.values().size()).distinct().count() != 1) {
      throw new IllegalArgumentException("columns must have as many values each");
    }
  }

  /** How many rows there are. */
  int rows() {
    return columns.get(0).values().size();
  }

  /** Where a table of this name is in a folder. */
  static Path csv(Path folder, String name) {
    return folder.resolve(name + ".csv");
  }

  /** Where the same table is as Parquet. */
  static Path parquet(Path folder, String name) {
    return folder.resolve(name + ".parquet");
  }

  /** Writes {@code <name>.csv} and {@code <name>.parquet} into a folder. */
  void write(Path folder, String name) {
    Path csv = csv(folder, name);
    try {
      WholeFile.write(parquet(folder, name), ParquetFile.of(this));
      WholeFile.write(csv, csv().getBytes(StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw Json.unwritable(csv, e);
    }
  }

  private String csv() {
    StringBuilder text = new StringBuilder(Csv.line(columns.stream().map(Column::name).toList()));
    for (int i = 0; i < rows(); i++) {
      int row = i;
      text.append(Csv.line(columns.stream().map(column -> column.text(row)).toList()));
    }
    return text.toString();
  }
}
