package org.normscape.experiments.data.own;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.normscape.experiments.UserError;

/**
 * How a table of text is read: a row for each example, with a column of labels among columns of
 * numbers.
 *
 * @param separator the character between cells
 * @param heading what says how columns are called
 * @param label the column of labels
 */
public record CsvForm(char separator, Heading heading, String label) {

  private static final Pattern NUMBER =
      Pattern.compile("[+-]?(\\d+\\.?\\d*|\\.\\d+)([eE][+-]?\\d+)?");

  /**
   * The examples of a file.
   *
   * @throws UserError when a row is not like the first, or a cell is no number
   */
  public CsvRows read(Path file) {
    try (CsvReader reader = CsvReader.open(file, separator)) {
      CsvReader.Row first = reader.row().orElseThrow(() -> empty(file));
      List<String> columns = heading.columns(first);
      int label = column(file, columns);
      List<double[]> inputs = new ArrayList<>();
      List<String> labels = new ArrayList<>();
      for (Optional<CsvReader.Row> row = Optional.of(first); row.isPresent(); row = reader.row()) {
        if (heading.isExample(row.get())) {
          checkLength(file, row.get(), columns);
          inputs.add(numbers(file, row.get(), columns, label));
          labels.add(row.get().cells().get(label));
        }
      }
      if (inputs.isEmpty()) {
        throw empty(file);
      }
      return new CsvRows(file, columns, inputs, labels);
    }
  }

  private static UserError empty(Path file) {
    return Place.fault(file, "must have a row for each example, but it has none", "check the file");
  }

  private int column(Path file, List<String> columns) {
    int column = columns.indexOf(label);
    if (column < 0) {
      throw Place.fault(
          file,
          "must have a column \"%s\" with labels, but its columns are %s"
              .formatted(label, shortened(columns)),
          "name the column with data.source.label, or set data.source.heading to none where the first line is an example");
    }
    if (columns.size() == 1) {
      throw Place.fault(
          file,
          "must have columns of numbers beside \"%s\", but it has no other".formatted(label),
          "check data.source.separator");
    }
    return column;
  }

  private static String shortened(List<String> columns) {
    int shown = 12;
    return columns.size() <= shown
        ? columns.toString()
        : "%s and %s more".formatted(columns.subList(0, shown), columns.size() - shown);
  }

  private static void checkLength(Path file, CsvReader.Row row, List<String> columns) {
    if (row.cells().size() != columns.size()) {
      throw Place.fault(
          file,
          "must have %s cells in each row, but line %s has %s"
              .formatted(columns.size(), row.line(), row.cells().size()),
          "mend the line, or check data.source.separator");
    }
  }

  private static double[] numbers(Path file, CsvReader.Row row, List<String> columns, int label) {
    double[] numbers = new double[columns.size() - 1];
    int place = 0;
    for (int i = 0; i < columns.size(); i++) {
      if (i != label) {
        numbers[place] = number(file, row, columns, i);
        place++;
      }
    }
    return numbers;
  }

  private static double number(Path file, CsvReader.Row row, List<String> columns, int column) {
    String place = "line %s".formatted(row.line());
    return number(file, place, columns.get(column), row.cells().get(column));
  }

  /** The number in a cell, with a point before decimals. */
  static double number(Path file, String place, String column, String cell) {
    double number = NUMBER.matcher(cell).matches() ? Double.parseDouble(cell) : Double.NaN;
    if (!Double.isFinite(number)) {
      throw Place.fault(
          file,
          "must have finite numbers, such as 0.5, but %s has \"%s\" in the column \"%s\""
              .formatted(place, cell, column),
          "mend the cell, or leave out the row or the column");
    }
    return number;
  }
}
