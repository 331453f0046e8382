package org.normscape.experiments.weights;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.normscape.experiments.interchange.NumpyFiles;
import org.normscape.experiments.interchange.SafeTensors;
import org.normscape.ir.Shape;
import org.normscape.ir.Stride;
import org.normscape.ir.TensorType;
import org.normscape.nn.Bias;
import org.normscape.nn.Conv2d;
import org.normscape.nn.Dense;
import org.normscape.nn.Flatten;
import org.normscape.nn.Layer;
import org.normscape.nn.PaddingPolicy;
import org.normscape.nn.Sequential;
import org.normscape.nn.activation.Relu;
import org.normscape.nn.initialization.Glorot;
import org.normscape.norm.BatchNorm;
import org.normscape.params.Parameters;
import org.normscape.random.RandomStream;
import org.normscape.replay.HostArray;

class TransferTest {

  private static final Shape INPUT = Shape.of(1, 2, 2, 2);

  /** Two channels of two by two pixels, so that rows of images have an order that matters. */
  private static final Layer NETWORK =
      Sequential.of(
          convolution(Bias.WITH),
          new BatchNorm(),
          new Relu(),
          new Flatten(),
          Dense.of(4),
          Dense.of(2));

  @TempDir Path folder;

  @Test
  void findsFiltersAndMatricesOfPyTorch() throws IOException {
    Map<String, HostArray> theirs = stateDict();
    Transfer transfer = transfer(theirs, Convention.PYTORCH);

    HostArray filter = of(theirs, "features.0.weight");
    HostArray here = transfer.arrays().get("0.weight");
    for (int y = 0; y < 3; y++) {
      for (int x = 0; x < 3; x++) {
        for (int in = 0; in < 2; in++) {
          for (int out = 0; out < 3; out++) {
            assertThat(here.at(((y * 3 + x) * 2 + in) * 3 + out))
                .isEqualTo(filter.at(((out * 2 + in) * 3 + y) * 3 + x));
          }
        }
      }
    }
    HostArray matrix = of(theirs, "classifier.10.weight");
    for (int in = 0; in < 4; in++) {
      for (int out = 0; out < 2; out++) {
        assertThat(transfer.arrays().get("5.weight").at(in * 2 + out))
            .isEqualTo(matrix.at(out * 4 + in));
      }
    }
  }

  @Test
  void ordersTheRowsOfTheMatrixBehindImages() throws IOException {
    Map<String, HostArray> theirs = stateDict();
    HostArray there = of(theirs, "classifier.9.weight");
    HostArray here = transfer(theirs, Convention.PYTORCH).arrays().get("4.weight");
    for (int channel = 0; channel < 3; channel++) {
      for (int place = 0; place < 4; place++) {
        for (int out = 0; out < 4; out++) {
          assertThat(here.at((place * 3 + channel) * 4 + out))
              .isEqualTo(there.at(out * 12 + channel * 4 + place));
        }
      }
    }
  }

  @Test
  void namesStatistics() throws IOException {
    Map<String, HostArray> theirs = stateDict();
    Parameters<HostArray> here = transfer(theirs, Convention.PYTORCH).arrays();
    assertThat(here.get("1.scale").at(1)).isEqualTo(of(theirs, "features.1.weight").at(1));
    assertThat(here.get("1.shift").at(2)).isEqualTo(of(theirs, "features.1.bias").at(2));
    assertThat(here.get("1.mean").at(0)).isEqualTo(of(theirs, "features.1.running_mean").at(0));
    assertThat(here.get("1.variance").at(0)).isEqualTo(of(theirs, "features.1.running_var").at(0));
  }

  @Test
  void saysAllThatDoesNotFit() throws IOException {
    Map<String, HostArray> wrongShape = stateDict();
    wrongShape.put("classifier.10.weight", random(2, 5));
    wrongShape.remove("classifier.10.bias");
    assertThatThrownBy(() -> transfer(wrongShape, Convention.PYTORCH))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("\"classifier.10.weight\" is [5,2] where 5.weight is [4,2]")
        .hasMessageContaining("\"classifier.10\" has no bias for \"5.bias\"")
        .hasMessageContaining("To fix: describe the network as it was trained");
  }

  @Test
  void refusesWhatIsNotFinite() throws IOException {
    Map<String, HostArray> diverged = stateDict();
    diverged.put(
        "features.0.bias",
        HostArray.of(TensorType.float64(3), new double[] {1, Double.POSITIVE_INFINITY, 2}));
    assertThatThrownBy(() -> transfer(diverged, Convention.PYTORCH))
        .hasMessageContaining("\"features.0.bias\" has Infinity where numbers must be finite");
  }

  @Test
  void readsOtherFormatsThanSafetensors() throws IOException {
    Map<String, HostArray> theirs = stateDict();
    Path file = NumpyFiles.npz(folder.resolve("weights.npz"), new Parameters<>(theirs));
    Parameters<HostArray> read =
        Transfer.of(new Weights(file.toString(), Convention.PYTORCH), NETWORK, INPUT).arrays();
    Parameters<HostArray> same = transfer(theirs, Convention.PYTORCH).arrays();
    assertThat(read.paths()).isEqualTo(same.paths());
    for (String path : read.paths()) {
      for (int i = 0; i < read.get(path).type().shape().size(); i++) {
        assertThat(read.get(path).at(i)).isEqualTo(same.get(path).at(i));
      }
    }
    assertThatThrownBy(() -> new Weights("weights.pt", Convention.PYTORCH))
        .hasMessageContaining(
            "must be a file that ends in one of [.safetensors, .npz, .h5, .hdf5, .keras], but it is \"weights.pt\"");
  }

  @Test
  void countsLayersOfAKind() throws IOException {
    Map<String, HostArray> more = stateDict();
    more.put("features.7.weight", random(3, 3, 3, 3));
    assertThatThrownBy(() -> transfer(more, Convention.PYTORCH))
        .hasMessageContaining("it has 2 layers of the kind convolution where the network has 1");
  }

  @Test
  void putsARedundantBiasIntoTheMeanBehindIt() throws IOException {
    Layer withoutBias =
        Sequential.of(
            convolution(Bias.WITHOUT),
            new BatchNorm(),
            new Relu(),
            new Flatten(),
            Dense.of(4),
            Dense.of(2));
    Map<String, HostArray> theirs = stateDict();
    Parameters<HostArray> here =
        Transfer.of(written(theirs, Convention.PYTORCH), withoutBias, INPUT).arrays();
    for (int channel = 0; channel < 3; channel++) {
      assertThat(here.get("1.mean").at(channel))
          .isEqualTo(
              of(theirs, "features.1.running_mean").at(channel)
                  - of(theirs, "features.0.bias").at(channel));
    }
  }

  @Test
  void takesOwnPathsAsTheyAre() throws IOException {
    Parameters<HostArray> own =
        NETWORK
            .parameters(INPUT)
            .and(NETWORK.state(INPUT))
            .map(spec -> random(spec.shape().dims().stream().mapToInt(d -> d).toArray()));
    Parameters<HostArray> here = transfer(own.byPath(), Convention.NORMSCAPE).arrays();
    assertThat(here.paths()).isEqualTo(own.paths());
    own.byPath().forEach((path, array) -> assertThat(here.get(path).at(0)).isEqualTo(array.at(0)));
  }

  @Test
  void namesAFileThatIsNotThere() {
    assertThatThrownBy(
            () ->
                Transfer.of(
                    new Weights(folder.resolve("no.safetensors").toString(), Convention.KERAS),
                    NETWORK,
                    INPUT))
        .hasMessageContaining("there is no such file");
  }

  private static HostArray of(Map<String, HostArray> arrays, String name) {
    return Objects.requireNonNull(arrays.get(name), name);
  }

  private static Layer convolution(Bias bias) {
    return new Conv2d(3, 3, 3, Stride.of(1), PaddingPolicy.of(1), bias, Glorot.uniform());
  }

  private Transfer transfer(Map<String, HostArray> arrays, Convention convention)
      throws IOException {
    return Transfer.of(written(arrays, convention), NETWORK, INPUT);
  }

  private Weights written(Map<String, HostArray> arrays, Convention convention) throws IOException {
    Path file = folder.resolve("weights.safetensors");
    Files.write(file, SafeTensors.write(new Parameters<>(arrays), Map.of()));
    return new Weights(file.toString(), convention);
  }

  /** What PyTorch would save, in the order of the alphabet, in which 10 comes before 9. */
  private static Map<String, HostArray> stateDict() {
    Map<String, HostArray> arrays = new LinkedHashMap<>();
    arrays.put("classifier.10.bias", random(2));
    arrays.put("classifier.10.weight", random(2, 4));
    arrays.put("classifier.9.bias", random(4));
    arrays.put("classifier.9.weight", random(4, 12));
    arrays.put("features.0.bias", random(3));
    arrays.put("features.0.weight", random(3, 2, 3, 3));
    arrays.put("features.1.bias", random(3));
    arrays.put("features.1.num_batches_tracked", random(1));
    arrays.put("features.1.running_mean", random(3));
    arrays.put("features.1.running_var", random(3));
    arrays.put("features.1.weight", random(3));
    return arrays;
  }

  private static HostArray random(int... dims) {
    TensorType type = TensorType.float64(dims);
    String purpose = "test/" + type.shape();
    return HostArray.of(type, RandomStream.of(1, purpose).normal(type.shape().size(), 1));
  }
}
