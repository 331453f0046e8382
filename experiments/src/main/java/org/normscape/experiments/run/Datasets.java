package org.normscape.experiments.run;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.normscape.experiments.UserError;
import org.normscape.experiments.data.DataContext;
import org.normscape.experiments.data.DataFolder;
import org.normscape.experiments.data.DataSource;
import org.normscape.experiments.data.Dataset;
import org.normscape.experiments.data.example.Examples;
import org.normscape.experiments.spec.CellSpec;

/** The data sets of an experiment's cells, each read once. Safe to use from several threads. */
public final class Datasets {

  private final DataContext context;
  private final Map<DataSource, Dataset> read = new LinkedHashMap<>();

  /** Data sets that are read when they are first asked for. */
  public Datasets(DataContext context) {
    this.context = context;
  }

  /** Data sets of which one has been read already. */
  public static Datasets having(DataSource source, Dataset dataset, DataContext context) {
    Datasets datasets = new Datasets(context);
    datasets.read.put(source.resolve(context), dataset);
    return datasets;
  }

  /**
   * What a cell is trained and tested on: as many examples as it asks for.
   *
   * @throws UserError when they cannot be had, or there are not so many
   */
  public Dataset of(CellSpec cell) {
    Dataset whole = whole(cell.data().source().resolve(context));
    int train = count("train-examples", cell.data().trainExamples(), whole.train(), whole);
    int test = count("test-examples", cell.data().testExamples(), whole.test(), whole);
    return whole.first(train, test);
  }

  private synchronized Dataset whole(DataSource source) {
    return read.computeIfAbsent(source, it -> it.load(context));
  }

  private static int count(String key, Optional<Integer> wanted, Examples there, Dataset dataset) {
    int count = wanted.orElse(there.size());
    if (count > there.size()) {
      throw UserError.usage(
          "data.%s: must be at most %s, since %s has no more, but it is %s. To fix: ask for fewer, or leave the key out to take all."
              .formatted(key, there.size(), dataset.name(), count));
    }
    return count;
  }

  /**
   * Checks that a folder given on the command line is one that some cell reads.
   *
   * @throws UserError when none does
   */
  public void checkFolder(List<CellSpec> cells) {
    boolean isRead =
        cells.stream()
            .map(cell -> cell.data().source().resolve(context))
            .anyMatch(source -> source.folder(context).isPresent());
    if (context.asked().isPresent() && !isRead) {
      throw UserError.usage(
          "--data: must not be given for data that is drawn or comes with Normscape, but it is \"%s\". To fix: leave it out, or name another data set with data.source."
              .formatted(context.asked().get()));
    }
  }

  /** The folders that the data of cells are read from, each once. */
  public List<Path> folders(List<CellSpec> cells) {
    return cells.stream()
        .map(cell -> cell.data().source().resolve(context))
        .flatMap(source -> source.folder(context).stream())
        .map(DataFolder::path)
        .distinct()
        .toList();
  }

  /** One line for each data set that cells use: what it is and where it comes from. */
  public List<String> describe(List<CellSpec> cells) {
    return cells.stream()
        .map(cell -> cell.data().source().resolve(context))
        .distinct()
        .map(source -> source.describe(context))
        .toList();
  }

  /** The SHA-256 of each file or part of what each cell uses, by the cell's name. */
  public Map<String, Map<String, String>> hashes(List<CellSpec> cells) {
    Map<String, Map<String, String>> hashes = new LinkedHashMap<>();
    cells.forEach(cell -> hashes.put(cell.name(), of(cell).sha256()));
    return hashes;
  }

  /** What each cell uses, as provenance keeps it. */
  public Map<String, Provenance.Data> provenance(List<CellSpec> cells) {
    Map<String, Provenance.Data> used = new LinkedHashMap<>();
    for (CellSpec cell : cells) {
      Dataset data = of(cell);
      DataSource source = cell.data().source().resolve(context);
      used.put(
          cell.name(),
          new Provenance.Data(
              data.name(),
              source.describe(context),
              data.train().size(),
              data.test().size(),
              data.sha256()));
    }
    return used;
  }
}
