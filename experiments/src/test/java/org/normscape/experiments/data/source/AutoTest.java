package org.normscape.experiments.data.source;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.normscape.experiments.data.DataContext;
import org.normscape.experiments.data.DataFolder;

/**
 * What is asked for wins over the variable, that over the cache, and that over what comes along.
 */
final class AutoTest {

  @TempDir private Path home;

  private DataContext context(Optional<Path> asked, Map<String, String> environment) {
    return new DataContext(asked, environment, home, 1);
  }

  @Test
  void theOrderOfFolders() throws IOException {
    Map<String, String> variable = Map.of(DataContext.VARIABLE, "there");
    DataContext nothing = context(Optional.empty(), Map.of());
    assertThat(new Auto().resolve(nothing)).isEqualTo(new FashionMnist());
    assertThat(new Auto().folder(nothing)).isEmpty();
    assertThat(new Auto().describe(nothing))
        .isEqualTo(
            "the first 5,000 + 1,000 images of Fashion-MNIST, which come with Normscape (CIFAR-10 was not found)");
    Path cache = Files.createDirectories(Cifar10.cache(nothing).path());
    assertThat(new Auto().resolve(nothing)).isEqualTo(new Cifar10());
    assertThat(new Auto().folder(nothing)).contains(new DataFolder(cache, DataFolder.Origin.CACHE));
    assertThat(new Auto().folder(context(Optional.empty(), variable)))
        .contains(new DataFolder(Path.of("there"), DataFolder.Origin.VARIABLE));
    assertThat(new Auto().folder(context(Optional.of(Path.of("here")), variable)))
        .contains(new DataFolder(Path.of("here"), DataFolder.Origin.OPTION));
  }

  @Test
  void theCacheIsWhereTheSystemSaysOrInTheHome() {
    assertThat(Cifar10.cache(context(Optional.empty(), Map.of())).path())
        .isEqualTo(home.resolve(".cache/normscape/cifar-10-batches-bin"));
    assertThat(
            Cifar10.cache(context(Optional.empty(), Map.of("XDG_CACHE_HOME", "elsewhere"))).path())
        .isEqualTo(Path.of("elsewhere/normscape/cifar-10-batches-bin"));
  }

  @Test
  void aFolderOfFashionMnistIsKnown() throws IOException {
    Files.createFile(home.resolve("train-images-idx3-ubyte.gz"));
    assertThat(new Auto().resolve(DataContext.of(home)))
        .isEqualTo(new FashionMnist(FashionMnist.Part.WHOLE, 32));
    Files.createFile(home.resolve("data_batch_1.bin"));
    assertThat(new Auto().resolve(DataContext.of(home))).isEqualTo(new Cifar10());
  }

  @Test
  void dataThatIsDrawnIsInNoFolder() {
    for (var source :
        new org.normscape.experiments.data.DataSource[] {
          new Stripes(1, 1), new GaussianLinearMap(), new LeastSquares(), new TeacherStudent()
        }) {
      assertThat(source.folder(DataContext.of(home))).isEmpty();
      assertThat(source.describe(context(Optional.empty(), Map.of()))).endsWith("are drawn");
    }
  }
}
