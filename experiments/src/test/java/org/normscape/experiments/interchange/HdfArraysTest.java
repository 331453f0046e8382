package org.normscape.experiments.interchange;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.jhdf.HdfFile;
import io.jhdf.WritableHdfFile;
import io.jhdf.api.WritableGroup;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.normscape.ir.Shape;
import org.normscape.params.Parameters;
import org.normscape.replay.HostArray;

/** HDF5 files: plain ones by their paths, those of Keras by its words. */
final class HdfArraysTest {

  @TempDir private Path folder;

  @Test
  void arraysAreNamedByTheirPaths() throws IOException {
    Path file = folder.resolve("plain.h5");
    try (WritableHdfFile hdf = HdfFile.write(file)) {
      WritableGroup features = hdf.putGroup("features");
      features.putGroup("0").putDataset("weight", new double[][] {{1, 2, 3}, {4, 5, 6}});
      features.putDataset("count", new long[] {7});
      hdf.putDataset("bias", new float[] {0.5f});
    }
    Parameters<HostArray> arrays =
        ArrayFormat.HDF5.read(file, name -> !name.equals("features.count"));
    assertThat(arrays.paths()).containsExactlyInAnyOrder("features.0.weight", "bias");
    assertThat(arrays.get("features.0.weight").type().shape()).isEqualTo(Shape.of(2, 3));
    assertThat(arrays.get("features.0.weight").at(5)).isEqualTo(6);
    assertThat(arrays.get("bias").at(0)).isEqualTo(0.5);
  }

  @Test
  void numberedArraysOfKerasGetItsWords() throws IOException {
    Map<String, Integer> ranks = new LinkedHashMap<>();
    ranks.put("layers/conv2d/vars/0", 4);
    ranks.put("layers/conv2d/vars/1", 1);
    ranks.put("layers/batch_normalization/vars/0", 1);
    ranks.put("layers/batch_normalization/vars/1", 1);
    ranks.put("layers/batch_normalization/vars/2", 1);
    ranks.put("layers/batch_normalization/vars/3", 1);
    ranks.put("layers/dropout/seed_generator/vars/0", 1);
    ranks.put("optimizer/vars/0", 0);
    ranks.put("model_weights/dense/net/dense/kernel:0", 2);
    assertThat(KerasNames.of(ranks).values())
        .containsExactlyInAnyOrder(
            "layers.conv2d.kernel",
            "layers.conv2d.bias",
            "layers.batch_normalization.gamma",
            "layers.batch_normalization.beta",
            "layers.batch_normalization.moving_mean",
            "layers.batch_normalization.moving_variance",
            "dense.net.dense.kernel");
    assertThatThrownBy(() -> KerasNames.of(Map.of("a/vars/0", 1, "a/vars/1", 1, "a/vars/2", 1)))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("its layer \"a\" has 3 arrays without names");
  }

  @Test
  void aFileThatIsCutIsNoFile() throws IOException {
    byte[] whole = Files.readAllBytes(KerasFiles.file("keras.weights.h5", folder));
    for (int length = 0; length < whole.length; length += whole.length / 16) {
      Path cut = Files.write(folder.resolve("cut.h5"), Arrays.copyOf(whole, length));
      assertThatThrownBy(() -> ArrayFormat.HDF5.read(cut, name -> true))
          .as("%s bytes", length)
          .isInstanceOf(IOException.class);
    }
    Path archive = folder.resolve("no.keras");
    NumpyFiles.npz(archive, Map.of("x", NumpyFiles.doubles("1,", 1)));
    assertThatThrownBy(() -> ArrayFormat.KERAS.read(archive, name -> true))
        .hasMessageContaining("it is a zip archive without model.weights.h5");
  }
}
