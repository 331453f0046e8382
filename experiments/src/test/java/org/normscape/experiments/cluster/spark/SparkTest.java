package org.normscape.experiments.cluster.spark;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.normscape.experiments.UserError;
import org.normscape.experiments.run.file.Extent;

/** What is handed to Spark. {@code experiments/src/cluster/check} holds it against Spark itself. */
final class SparkTest {

  @TempDir private Path folder;

  @ParameterizedTest
  @ValueSource(
      strings = {
        "local",
        "local[2]",
        "local[*]",
        "local[2,4]",
        "spark://host:7077",
        "spark://a:7077,b:7077",
        "yarn",
        "k8s://https://host:6443"
      })
  void mastersAreSpelledAsSparkDoes(String url) {
    assertThat(Master.parse(url).isLocal()).isEqualTo(url.startsWith("local"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "host:7077", "spark://host", "local[0]", "local[two]", "k8s://"})
  void otherMastersAreRefused(String url) {
    assertThatThrownBy(() -> Master.parse(url))
        .isInstanceOf(UserError.class)
        .hasMessageStartingWith(
            "--spark: must be local[N], spark://HOST:PORT, yarn or k8s://URL, but it is \"%s\". To fix: "
                .formatted(url));
  }

  @Test
  void aSparkThatWasNotFetchedIsNamed() {
    assertThatThrownBy(() -> Installation.found(Map.of()))
        .isInstanceOf(UserError.class)
        .hasMessageStartingWith(
            "--spark: needs Apache Spark, which does not come with Normscape, but it has not been fetched. To fix: ");
    assertThatThrownBy(() -> Installation.found(Map.of("SPARK_HOME", folder.toString())))
        .hasMessageContaining("has no bin/spark-submit");
  }

  @Test
  void aHomeOfTheUsersOwnIsPreferred() {
    Installation fetched = new Installation(folder, Optional.empty());
    assertThat(fetched.command(List.of("--master", "local"), List.of("order")))
        .containsSubsequence("-cp", folder + "/jars/*", "org.apache.spark.deploy.SparkSubmit")
        .containsSubsequence("--master", "local", "--class")
        .endsWith(folder + "/normscape-places.jar", "order");
    assertThat(
            new Installation(folder, Optional.of(Path.of("/spark"))).command(List.of(), List.of()))
        .contains("/spark/bin/spark-submit")
        .doesNotContain("org.apache.spark.deploy.SparkSubmit");
  }

  @Test
  void foldersOfTheClassPathArePackedToTheSameBitsEachTime() throws IOException {
    Path classes = Files.createDirectories(folder.resolve("classes/a"));
    Files.writeString(classes.resolve("B.class"), "b");
    Files.writeString(classes.resolve("A.class"), "a");
    Path data = Files.createDirectories(folder.resolve("data/deep"));
    Files.writeString(data.resolve("batch.bin"), "1");
    Kit kit =
        new Kit(
            List.of(folder.resolve("classes"), folder.resolve("missing.jar")),
            List.of(),
            Optional.of(folder.resolve("data")),
            List.of(),
            Map.of());
    Luggage first = Luggage.of(kit, folder);
    Luggage second = Luggage.of(kit, folder);
    assertThat(first.classPath()).hasSize(1);
    assertThat(second.classPath().get(0).extent()).isEqualTo(first.classPath().get(0).extent());
    assertThat(first.data()).extracting(Parcel::name).containsExactly("deep/batch.bin");
    assertThat(first.byHash()).containsKey(Extent.of(data.resolve("batch.bin")).sha256());
  }

  @Test
  void aWorkerGetsOptionsAndVariablesOfTheDriverButNotItsTerminal() {
    Kit kit =
        Kit.ofThisProgram(
            Map.of("OPENBLAS_CORETYPE", "Haswell", "HOME", "/home/me", "TF_CPP_MIN_LOG_LEVEL", "2"),
            List.of(),
            Optional.empty());
    assertThat(kit.environment()).containsOnlyKeys("OPENBLAS_CORETYPE", "TF_CPP_MIN_LOG_LEVEL");
    assertThat(kit.options()).noneMatch(option -> option.startsWith("-agentlib"));
    assertThat(kit.classPath()).isNotEmpty();
  }
}
