package org.normscape.experiments.run.record;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.normscape.experiments.run.checkpoint.Interrupted;
import org.normscape.experiments.run.checkpoint.Stop;
import org.normscape.experiments.run.progress.Progress;
import org.normscape.experiments.run.progress.ProgressLines;
import org.normscape.params.Parameters;
import org.normscape.probe.Journal;
import org.normscape.probe.Journal.Row;
import org.normscape.random.RandomStream;

/** Rows on the disk: whole, torn, damaged. */
final class RowJournalTest {

  private static final int ROWS = 4;

  @TempDir private Path folder;

  private final Stop stop = new Stop();
  private final StringWriter said = new StringWriter();
  private final List<Integer> measured = new ArrayList<>();

  private Path file() {
    return folder.resolve("rows.jsonl");
  }

  private RowJournal open() {
    Progress progress = new ProgressLines(new PrintWriter(said), Instant::now);
    return RowJournal.open(
        folder, new RowWatch("cell, seed 1", stop, progress, InstantSource.system()));
  }

  private Parameters<Double> row(Journal journal, String measurement, int number) {
    return journal.row(
        new Row(measurement, number, ROWS),
        () -> {
          measured.add(number);
          return values(number);
        });
  }

  private static Parameters<Double> values(int number) {
    return Parameters.of("place-0.loss", number / 3.0)
        .and("place-0.gradient-norm", Double.NaN)
        .and("place-1.loss", Double.NEGATIVE_INFINITY)
        .and("place-1.gradient-norm", -0.0);
  }

  private void measureAll(String measurement) {
    try (RowJournal journal = open()) {
      for (int number = 0; number < ROWS; number++) {
        assertThat(row(journal, measurement, number)).isEqualTo(values(number));
      }
    }
  }

  @Test
  void whatWasKeptIsNotMeasuredAgain() {
    measureAll("a");
    measureAll("a");
    assertThat(measured).containsExactly(0, 1, 2, 3);
    measureAll("b");
    assertThat(measured).containsExactly(0, 1, 2, 3, 0, 1, 2, 3);
  }

  @Test
  void nothingIsWrittenWithoutARow() {
    open().close();
    assertThat(file()).doesNotExist();
    measureAll("a");
    try (RowJournal journal = open()) {
      journal.clear();
      assertThat(file()).doesNotExist();
      assertThat(row(journal, "a", 0)).isEqualTo(values(0));
    }
    assertThat(measured).endsWith(3, 0);
  }

  /** Whatever bit is another, what comes out is what is measured. */
  @Test
  void aRowThatIsDamagedIsMeasuredAgain() throws IOException {
    measureAll("a");
    byte[] whole = Files.readAllBytes(file());
    RandomStream random = RandomStream.of(1, "flips");
    for (int flip = 0; flip < 100; flip++) {
      byte[] damaged = whole.clone();
      damaged[random.nextInt(whole.length)] ^= (byte) (1 << random.nextInt(8));
      Files.write(file(), damaged);
      measured.clear();
      measureAll("a");
      assertThat(measured).isNotEmpty();
    }
  }

  @Test
  void aRowThatWasTornIsMeasuredAgain() throws IOException {
    measureAll("a");
    byte[] whole = Files.readAllBytes(file());
    for (int length = 0; length < whole.length; length += 7) {
      Files.write(file(), Arrays.copyOf(whole, length));
      measureAll("a");
      assertThat(file()).hasBinaryContent(whole);
    }
  }

  @Test
  void whoAsksForAnEndGetsItBehindARow() {
    try (RowJournal journal = open()) {
      assertThat(row(journal, "a", 0)).isEqualTo(values(0));
      stop.ask();
      assertThatThrownBy(() -> row(journal, "a", 1)).isInstanceOf(Interrupted.class);
      assertThat(row(journal, "a", 1)).isEqualTo(values(1));
      assertThatThrownBy(() -> row(journal, "a", 2)).isInstanceOf(Interrupted.class);
      // Nothing is left after the last one.
      assertThat(row(journal, "a", 3)).isEqualTo(values(3));
    }
    assertThat(measured).containsExactly(0, 1, 2, 3);
  }

  @Test
  void progressSaysHowMuchTimeIsLeft() {
    List<String> details = new ArrayList<>();
    List<Instant> now = new ArrayList<>(List.of(Instant.EPOCH));
    RowWatch watch = new RowWatch("cell, seed 1", stop, new Listening(details), () -> now.get(0));
    for (int number = 0; number < ROWS; number++) {
      if (number == 0) {
        watch.kept(new Row("a", 0, ROWS));
      } else {
        now.set(0, now.get(0).plusSeconds(90));
        watch.measured(new Row("a", number, ROWS));
      }
    }
    assertThat(details)
        .containsExactly(
            "cell, seed 1: row 2 of 4, 3 min 00 s left",
            "cell, seed 1: row 3 of 4, 1 min 30 s left",
            "cell, seed 1: row 4 of 4, 0 s left");
  }

  /** Progress that is written down. */
  private record Listening(List<String> details) implements Progress {

    @Override
    public void begin(String task, long units) {}

    @Override
    public void advance(long units, String detail) {
      assertThat(units).isZero();
      details.add(detail);
    }

    @Override
    public void note(String line) {}

    @Override
    public void close() {}
  }
}
