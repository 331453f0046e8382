package org.normscape.experiments.data.own;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.normscape.experiments.UserError;

/** Tables of text, as RFC 4180 has them and as spreadsheets write them. */
final class CsvReaderTest {

  @TempDir private Path folder;

  private List<CsvReader.Row> rows(String text, char separator) throws IOException {
    Path file = Files.writeString(folder.resolve("table.csv"), text);
    List<CsvReader.Row> rows = new ArrayList<>();
    try (CsvReader reader = CsvReader.open(file, separator)) {
      for (Optional<CsvReader.Row> row = reader.row(); row.isPresent(); row = reader.row()) {
        rows.add(row.get());
      }
    }
    return rows;
  }

  @Test
  void cellsLieBetweenSeparatorsAndRowsBetweenLineEnds() throws IOException {
    assertThat(rows("a,b\n1, 2\r\n\n3,\n", ','))
        .containsExactly(
            new CsvReader.Row(1, List.of("a", "b")),
            new CsvReader.Row(2, List.of("1", "2")),
            new CsvReader.Row(4, List.of("3", "")));
    assertThat(rows("1;2,5", ';')).containsExactly(new CsvReader.Row(1, List.of("1", "2,5")));
  }

  @Test
  void quotesHoldSeparatorsQuotesAndLineEnds() throws IOException {
    assertThat(rows("\"a,b\",\"say \"\"x\"\"\"\n\"two\nlines\",\"\"\n5,6", ','))
        .containsExactly(
            new CsvReader.Row(1, List.of("a,b", "say \"x\"")),
            new CsvReader.Row(2, List.of("two\nlines", "")),
            new CsvReader.Row(4, List.of("5", "6")));
  }

  @Test
  void aMarkOfByteOrderIsNoText() throws IOException {
    assertThat(rows("\uFEFFa,b", ',')).containsExactly(new CsvReader.Row(1, List.of("a", "b")));
  }

  @Test
  void whatIsNoTableIsNamed() throws IOException {
    assertThatThrownBy(() -> rows("a\n1\n\"2\n3\n", ','))
        .isInstanceOf(UserError.class)
        .hasMessageContaining("line 3 must close each quote");
    assertThatThrownBy(() -> rows("a\n1\nx\"y\"\n", ','))
        .hasMessageContaining("line 3 must have quotes around whole cells only");
    Path latin = folder.resolve("latin.csv");
    Files.write(latin, "name\ncaf\u00e9\n".getBytes(StandardCharsets.ISO_8859_1));
    assertThatThrownBy(() -> CsvReader.open(latin, ',').row())
        .isInstanceOf(UserError.class)
        .hasMessageContaining("must be text in UTF-8");
  }
}
