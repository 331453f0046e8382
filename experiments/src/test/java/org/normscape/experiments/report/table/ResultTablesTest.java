package org.normscape.experiments.report.table;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.normscape.experiments.report.SyntheticRun;
import org.normscape.experiments.report.metrics.Metrics;
import org.normscape.experiments.report.metrics.RunRecord;

/** Tables, as DuckDB's own reader of Parquet finds them. */
final class ResultTablesTest {

  @TempDir private Path folder;

  /** A question to DuckDB: names and types of the columns, and the rows. */
  private record Answer(List<String> names, List<String> types, List<List<Object>> rows) {

    static Answer to(String question) throws SQLException {
      try (Connection duck = DriverManager.getConnection("jdbc:duckdb:");
          Statement statement = duck.createStatement();
          ResultSet found = statement.executeQuery(question)) {
        List<String> names = new ArrayList<>();
        List<String> types = new ArrayList<>();
        for (int i = 1; i <= found.getMetaData().getColumnCount(); i++) {
          names.add(found.getMetaData().getColumnName(i));
          types.add(found.getMetaData().getColumnTypeName(i));
        }
        List<List<Object>> rows = new ArrayList<>();
        while (found.next()) {
          List<Object> row = new ArrayList<>();
          for (int i = 1; i <= names.size(); i++) {
            row.add(Optional.ofNullable(found.getObject(i)));
          }
          rows.add(row);
        }
        return new Answer(names, types, rows);
      }
    }

    List<Object> column(String name) {
      int place = names.indexOf(name);
      return rows.stream().map(row -> row.get(place)).toList();
    }
  }

  private Answer everything(String file) throws SQLException {
    return Answer.to("SELECT * FROM '%s'".formatted(folder.resolve(file)));
  }

  private void write() throws IOException {
    SyntheticRun.write(folder, 60, List.of(1, 2, 3));
    ResultTables.write(RunRecord.read(folder));
  }

  @Test
  void aRowForEachTaskSaysWhatItMeasured() throws Exception {
    write();
    Answer tasks = everything("tasks.parquet");
    assertThat(tasks.names()).startsWith("cell", "seed", "state", "reason", "updates");
    assertThat(tasks.types()).startsWith("VARCHAR", "BIGINT", "VARCHAR", "VARCHAR", "BIGINT");
    assertThat(tasks.rows()).hasSize(6);
    assertThat(tasks.rows().get(3).subList(0, 2))
        .containsExactly(Optional.of("batch-norm"), Optional.of(2L));
    Metrics metrics = RunRecord.read(folder).metrics();
    List<Double> losses = metrics.of("batch-norm", 2, "train_loss").orElseThrow().values();
    assertThat(tasks.column("train_loss:last").get(3))
        .isEqualTo(Optional.of(losses.get(losses.size() - 1)));
  }

  /** The two files of a table hold the same: DuckDB reads both. */
  @Test
  void csvAndParquetAreTheSameTable() throws Exception {
    write();
    for (String name : List.of("tasks", "results")) {
      Answer parquet = everything(name + ".parquet");
      Answer csv =
          Answer.to(
              "SELECT * FROM read_csv('%s', header=true, delim=',', all_varchar=true)"
                  .formatted(folder.resolve(name + ".csv")));
      assertThat(csv.names()).isEqualTo(parquet.names());
      for (int row = 0; row < parquet.rows().size(); row++) {
        assertThat(csv.rows().get(row))
            .isEqualTo(
                parquet.rows().get(row).stream()
                    .map(value -> ((Optional<?>) value).map(String::valueOf))
                    .toList());
      }
    }
  }

  @Test
  void aRowForEachCellHasTheMeanOverItsSeeds() throws Exception {
    write();
    Answer means =
        Answer.to(
            "SELECT r.cell, r.\"train_loss:last\" - avg(t.\"train_loss:last\") AS gap, r.seeds FROM '%s' r JOIN '%s' t ON r.cell = t.cell GROUP BY r.cell, r.\"train_loss:last\", r.seeds"
                .formatted(folder.resolve("results.parquet"), folder.resolve("tasks.parquet")));
    assertThat(means.rows()).hasSize(2);
    for (Object gap : means.column("gap")) {
      assertThat(((Optional<?>) gap).orElseThrow()).isInstanceOf(Double.class);
      assertThat(Math.abs((Double) ((Optional<?>) gap).orElseThrow())).isLessThan(1e-12);
    }
    assertThat(means.column("seeds")).containsOnly(Optional.of(3L));
  }

  /** Values and gaps in runs of many lengths, and what no decimal has. */
  @Test
  void everyValueAndEveryGapComesBack() throws Exception {
    List<Optional<Double>> reals =
        IntStream.range(0, 3000)
            .mapToObj(i -> Integer.bitCount(i * 7919) % 3 == 0 ? null : special(i))
            .map(Optional::ofNullable)
            .toList();
    List<String> texts =
        IntStream.range(0, 3000).mapToObj(i -> i < 700 ? "" : "β, \"" + i + "\"\n").toList();
    List<Long> wholes = IntStream.range(0, 3000).mapToObj(i -> Long.MIN_VALUE + i).toList();
    DataFrame table =
        new DataFrame(
            List.of(
                Column.reals("optimizer.learning-rate", reals),
                Column.texts("a text", texts),
                Column.wholes("n", wholes)));
    table.write(folder, "odd");
    Answer odd = everything("odd.parquet");
    assertThat(odd.names()).containsExactly("optimizer.learning-rate", "a text", "n");
    assertThat(odd.types()).containsExactly("DOUBLE", "VARCHAR", "BIGINT");
    assertThat(odd.column("optimizer.learning-rate")).isEqualTo(List.<Object>copyOf(reals));
    assertThat(odd.column("a text").subList(0, 700)).containsOnly(Optional.empty());
    assertThat(odd.column("a text").get(2999)).isEqualTo(Optional.of("β, \"2999\"\n"));
    assertThat(odd.column("n").get(5)).isEqualTo(Optional.of(Long.MIN_VALUE + 5));
  }

  private static double special(int i) {
    return switch (i % 50) {
      case 0 -> Double.NaN;
      case 1 -> Double.NEGATIVE_INFINITY;
      case 2 -> Double.MIN_VALUE;
      case 3 -> -0.0;
      default -> Math.sin(i) * Math.pow(10, i % 300);
    };
  }

  @Test
  void settingsAreNumbersWhereAllAre() {
    assertThat(Column.settings("a", List.of("1", "-20", "")).kind()).isEqualTo(Kind.WHOLE);
    assertThat(Column.settings("a", List.of("1", "1.0E-4", "2.5")).kind()).isEqualTo(Kind.REAL);
    assertThat(Column.settings("a", List.of("1", "none")).kind()).isEqualTo(Kind.TEXT);
    assertThat(Column.settings("a", List.of("1d", "0x2")).kind()).isEqualTo(Kind.TEXT);
  }

  @Test
  void aTableIsAnotherFileEachTimeAndNeverHalfOfOne() throws IOException {
    write();
    ResultTables.write(RunRecord.read(folder));
    try (var files = Files.list(folder)) {
      assertThat(files.map(file -> file.getFileName().toString()))
          .contains("results.csv", "results.parquet", "tasks.csv", "tasks.parquet")
          .noneMatch(name -> name.endsWith(".new"));
    }
  }
}
