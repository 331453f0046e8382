package org.normscape.experiments.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

final class ContinuationTest {

  private static String after(String... begun) {
    return Continuation.command(Path.of("runs/one"), List.of(begun));
  }

  @Test
  void keepsWhereAndHowARunIsCarriedOut() {
    assertThat(
            after(
                "sweep",
                "landscape",
                "--seeds",
                "1..5",
                "--data",
                "cifar",
                "--spark",
                "local[2]",
                "--spark-conf",
                "spark.executor.memory=1g",
                "--quiet"))
        .isEqualTo(
            "normscape resume runs/one --data cifar --spark 'local[2]' --spark-conf spark.executor.memory=1g --quiet");
    assertThat(after("run", "landscape", "--jobs=2", "--mlflow", "http://host:5000", "--out", "x"))
        .isEqualTo("normscape resume runs/one --jobs=2 --mlflow http://host:5000");
  }

  @Test
  void leavesOutWhatTheRunsFolderSays() {
    assertThat(after("run", "landscape", "--backend", "nd4j", "--set", "steps=3", "--scale=tiny"))
        .isEqualTo("normscape resume runs/one");
    assertThat(after()).isEqualTo("normscape resume runs/one");
  }

  @Test
  void quotesWhatAShellWouldReadOtherwise() {
    assertThat(after("run", "--data", "my data/o'clock"))
        .isEqualTo("normscape resume runs/one --data 'my data/o'\\''clock'");
  }
}
