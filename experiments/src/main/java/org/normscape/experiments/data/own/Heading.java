package org.normscape.experiments.data.own;

import java.util.List;
import java.util.stream.IntStream;

/** Whether a table says what its columns are. */
public enum Heading {
  /** The first line names the columns. */
  FIRST_LINE {
    @Override
    List<String> columns(CsvReader.Row first) {
      return first.cells();
    }

    @Override
    boolean isExample(CsvReader.Row row) {
      return row.line() > 1;
    }
  },
  /** Nothing does: columns are called by their numbers, from 1 on. */
  NONE {
    @Override
    List<String> columns(CsvReader.Row first) {
      return IntStream.rangeClosed(1, first.cells().size()).mapToObj(String::valueOf).toList();
    }

    @Override
    boolean isExample(CsvReader.Row row) {
      return true;
    }
  };

  /** The names of the columns. */
  abstract List<String> columns(CsvReader.Row first);

  /** Whether a row is an example. */
  abstract boolean isExample(CsvReader.Row row);
}
