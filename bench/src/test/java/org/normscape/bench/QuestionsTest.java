package org.normscape.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.normscape.bench.measure.ResidentSet;
import picocli.CommandLine;

class QuestionsTest {

  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();

  private int run(Object command, String... arguments) {
    return new CommandLine(command)
        .setOut(new PrintWriter(out))
        .setErr(new PrintWriter(err))
        .execute(arguments);
  }

  @Test
  void memoryIsSampledAsTrainingGoes(@TempDir Path folder) {
    Path figure = folder.resolve("memory.svg");
    int code =
        run(
            new MemoryCurve(),
            "--steps=20",
            "--every=10",
            "--backends=tensorflow,nd4j",
            "--figure=" + figure);
    assertThat(code).as(err.toString()).isZero();
    List<String> lines = out.toString().lines().toList();
    assertThat(lines).hasSize(7).first().isEqualTo("backend,step,heap_bytes,resident_bytes");
    assertThat(lines.subList(1, 4)).allMatch(line -> line.matches("tensorflow,\\d+,\\d+,\\d+"));
    assertThat(lines.get(6)).startsWith("nd4j,20,");
    assertThat(figure).content().contains("<svg");
  }

  @Test
  void moreMemoryIsResidentThanTheHeapUses() {
    long heap = Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory();
    assertThat(ResidentSet.bytes()).isGreaterThan(heap);
  }

  @Test
  void aForeignFolderIsNamed(@TempDir Path folder) {
    assertThat(run(new AccuracyWitness(), folder.toString())).isNotZero();
    assertThat(err.toString()).contains(folder.toString());
  }

  @Test
  void whereAnswersCannotGoNothingIsMeasured(@TempDir Path folder) throws IOException {
    Path file = Files.writeString(folder.resolve("file"), "not a folder");
    int code =
        Bench.command(new PrintWriter(out), new PrintWriter(err))
            .execute("dispatch", "--quick", "--out=" + file.resolve("runs"));
    assertThat(code).isEqualTo(1);
    assertThat(out.toString()).isEmpty();
    assertThat(err.toString()).contains("must be writable", "--out").doesNotContain("%");
  }
}
