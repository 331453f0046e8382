package org.normscape.experiments.data;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is asked for wins over the variable, that over the cache, and that over nothing. */
final class DataSourceTest {

  @TempDir private Path home;

  @Test
  void theOrderOfSources() throws IOException {
    Map<String, String> variable = Map.of(DataSource.VARIABLE, "there");
    assertThat(DataSource.resolve(Optional.empty(), Map.of(), home).folder()).isEmpty();
    Path cache = Files.createDirectories(DataSource.cache(Map.of(), home));
    assertThat(DataSource.resolve(Optional.empty(), Map.of(), home).folder()).contains(cache);
    assertThat(DataSource.resolve(Optional.empty(), variable, home).folder())
        .contains(Path.of("there"));
    assertThat(DataSource.resolve(Optional.of(Path.of("here")), variable, home).folder())
        .contains(Path.of("here"));
  }

  @Test
  void theCacheIsWhereTheSystemSaysOrInTheHome() {
    assertThat(DataSource.cache(Map.of(), home))
        .isEqualTo(home.resolve(".cache/normscape/cifar-10-batches-bin"));
    assertThat(DataSource.cache(Map.of("XDG_CACHE_HOME", "elsewhere"), home))
        .isEqualTo(Path.of("elsewhere/normscape/cifar-10-batches-bin"));
  }

  @Test
  void itSaysWhatWillBeUsed() {
    assertThat(DataSource.resolve(Optional.empty(), Map.of(), home).describe())
        .isEqualTo("the embedded procedural data set (CIFAR-10 was not found)");
    assertThat(DataSource.resolve(Optional.of(Path.of("here")), Map.of(), home).describe())
        .isEqualTo("CIFAR-10 in here (--data)");
  }

  @Test
  void withoutAFolderThereIsTheEmbeddedSet() {
    Dataset data = new DataSource(Optional.empty(), "nothing was found").load(1);
    assertThat(data.name()).isEqualTo("procedural");
    assertThat(data.train().size()).isEqualTo(10_000);
    assertThat(data.first(100, 10).test().size()).isEqualTo(10);
  }
}
