package org.normscape.backend.tf.device;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.MalformedURLException;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.bytedeco.javacpp.Loader;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.normscape.backend.tf.device.CudaLibraries.Origin;

final class CudaLibrariesTest {

  @TempDir private Path folder;

  private final List<String> opened = new ArrayList<>();

  private ClassPath folderAsClassPath() {
    return name -> {
      Path file = folder.resolve(Path.of(name).getFileName());
      return Files.exists(file) ? Optional.of(url(file)) : Optional.empty();
    };
  }

  private static URL url(Path file) {
    try {
      return file.toUri().toURL();
    } catch (MalformedURLException e) {
      throw new IllegalArgumentException(file.toString(), e);
    }
  }

  @Test
  void artifactsComeBeforeTheSystem() throws IOException {
    Files.writeString(folder.resolve("libcudart.so.12"), "cudart");
    Files.writeString(folder.resolve("libnvJitLink.so.12"), "linker");

    CudaLibraries libraries = CudaLibraries.load(folderAsClassPath(), opened::add);

    assertThat(opened).element(0).asString().endsWith("/libcudart.so.12").startsWith("/");
    assertThat(opened).element(1).asString().endsWith("/libnvJitLink.so.12").startsWith("/");
    assertThat(opened).contains("libcublas.so.12", "libcudnn.so.9");
    assertThat(libraries.found())
        .contains(
            new CudaLibraries.Found("libcudart.so.12", Origin.CLASS_PATH),
            new CudaLibraries.Found("libcudnn.so.9", Origin.SYSTEM));
    assertThat(libraries.origins()).isEqualTo("the class path and the system");
  }

  /** Each comes after those that it links to, as their dynamic sections say. */
  @Test
  void eachLoadsAfterThoseThatItNeeds() {
    CudaLibraries.load(folderAsClassPath(), opened::add);

    assertThat(opened)
        .containsExactlyInAnyOrderElementsOf(CudaLibraries.NEEDED)
        .startsWith("libcudart.so.12")
        .containsSubsequence("libcublasLt.so.12", "libcublas.so.12", "libcusolver.so.11")
        .containsSubsequence("libcusparse.so.12", "libcusolver.so.11")
        .endsWith("libcudnn.so.9");
  }

  /** What is missing here is missing for the loader of this system too. */
  @Test
  void whatTheSystemLacksIsMissing() {
    CudaLibraries libraries =
        CudaLibraries.load(
            name -> Optional.empty(),
            library -> Loader.loadGlobal(library.replace(".so.", ".nowhere.")));

    assertThat(libraries.found()).isEmpty();
    assertThat(libraries.missing())
        .extracting(CudaLibraries.Missing::name)
        .containsExactlyInAnyOrderElementsOf(CudaLibraries.NEEDED);
    assertThat(libraries.missing().get(0).reason()).contains("libcudart.nowhere.12");
  }
}
