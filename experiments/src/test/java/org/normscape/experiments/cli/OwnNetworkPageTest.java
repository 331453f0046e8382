package org.normscape.experiments.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.normscape.experiments.interchange.NumpyFiles;
import org.normscape.experiments.page.PageCommands;
import org.normscape.experiments.page.Python;
import org.normscape.experiments.report.metrics.RunRecord;
import org.normscape.experiments.task.ExperimentRun;
import org.normscape.random.RandomStream;

/**
 * The commands of docs/own-network.md, on arrays with the names and shapes that its Python code
 * saves, against the network in plain loops as PyTorch computes it.
 */
final class OwnNetworkPageTest {

  private static final int SIDE = 8;
  private static final int TRAIN = 120;
  private static final int TEST = 30;
  private static final int FILTERS = 4;
  private static final int CLASSES = 10;

  @TempDir private Path folder;

  private final Map<String, double[]> weights = new LinkedHashMap<>();
  private final int[] train = pixels("train", TRAIN);
  private final int[] test = pixels("test", TEST);

  @Test
  void itsCommandsMeasureTheNetworkThatWasTrainedElsewhere() throws IOException {
    PageCommands page = PageCommands.of("own-network.md");
    Files.writeString(folder.resolve("digits.conf"), page.blocks("hocon").get(0));
    writeArrays();
    List<List<String>> commands = page.commands(folder);
    assertThat(commands).hasSize(2);
    CommandLineRun check = run(commands.get(0));
    assertThat(check.out())
        .contains("120 examples to train on, 30 to test on, each [8,8,1], with 10 classes");
    RunRecord record = probed(commands.get(1));
    assertThat(last(record, "test_loss")).isCloseTo(testLoss(), within(1e-6));
    assertThat(record.config().path("figures").findValuesAsText("name"))
        .contains("plane-loss", "hessian-eigenvalue", "update-line-loss");
  }

  /** Where PyTorch and scikit-learn are, the page's own network is what is measured. */
  @Test
  void itsPythonTrainsTheNetworkThatIsMeasured() throws Exception {
    PageCommands page = PageCommands.of("own-network.md");
    String said = Python.run(folder, page.blocks("python").get(0));
    Files.writeString(folder.resolve("digits.conf"), page.blocks("hocon").get(0));
    RunRecord record = probed(page.commands(folder).get(1));
    double accuracy = Double.parseDouble(said.strip().replaceAll(".*accuracy ", ""));
    assertThat(accuracy).isGreaterThan(0.8);
    assertThat(last(record, "test_accuracy")).isCloseTo(accuracy, within(1e-6));
  }

  /** The same pixels as pictures in folders: another order, the same loss. */
  @Test
  void picturesAreMeasuredAsArraysAre() throws IOException {
    Files.writeString(
        folder.resolve("digits.conf"), PageCommands.of("own-network.md").blocks("hocon").get(0));
    writeArrays();
    writePictures("train", train);
    writePictures("test", test);
    RunRecord record =
        probed(
            List.of(
                "probe",
                "--model",
                folder.resolve("digits.conf").toString(),
                "--weights",
                folder.resolve("digits-weights.npz").toString(),
                "--data",
                folder.resolve("images").toString(),
                "--probe",
                "plane"));
    assertThat(last(record, "test_loss")).isCloseTo(testLoss(), within(1e-6));
  }

  private void writePictures(String part, int[] pixels) throws IOException {
    for (int image = 0; image < pixels.length / (SIDE * SIDE); image++) {
      BufferedImage grey = new BufferedImage(SIDE, SIDE, BufferedImage.TYPE_BYTE_GRAY);
      for (int i = 0; i < SIDE * SIDE; i++) {
        grey.getRaster().setSample(i % SIDE, i / SIDE, 0, pixels[image * SIDE * SIDE + i]);
      }
      Path file = folder.resolve("images/%s/%s/%s.png".formatted(part, image % CLASSES, image));
      Files.createDirectories(folder.resolve("images/%s/%s".formatted(part, image % CLASSES)));
      ImageIO.write(grey, "png", file.toFile());
    }
  }

  private RunRecord probed(List<String> command) throws IOException {
    List<String> probe = new ArrayList<>(command);
    Path out = folder.resolve("runs");
    probe.addAll(List.of("--backend", "reference", "--numerics", "precise"));
    probe.addAll(List.of("--out", out.toString(), "--set", "probes.plane.places=3"));
    run(probe);
    return RunRecord.read(onlyRun(out));
  }

  private CommandLineRun run(List<String> arguments) {
    CommandLineRun run =
        CommandLineRun.of(folder, ExperimentRun::run, arguments.toArray(String[]::new));
    assertThat(run.exitCode()).as(run.err()).isZero();
    return run;
  }

  private static Path onlyRun(Path out) throws IOException {
    try (Stream<Path> runs = Files.list(out)) {
      return runs.findFirst().orElseThrow();
    }
  }

  private static double last(RunRecord record, String metric) {
    List<Double> values = record.metrics().of("network", 1, metric).orElseThrow().values();
    return values.get(values.size() - 1);
  }

  private void writeArrays() throws IOException {
    NumpyFiles.npz(
        folder.resolve("digits.npz"),
        Map.of(
            "x_train", NumpyFiles.bytes("%s, 8, 8".formatted(TRAIN), train),
            "y_train", NumpyFiles.bytes("%s,".formatted(TRAIN), labels(TRAIN)),
            "x_test", NumpyFiles.bytes("%s, 8, 8".formatted(TEST), test),
            "y_test", NumpyFiles.bytes("%s,".formatted(TEST), labels(TEST))));
    Map<String, byte[]> arrays = new LinkedHashMap<>();
    arrays.put("0.weight", weight("0.weight", 0.4, 4, 1, 3, 3));
    arrays.put("0.bias", weight("0.bias", 0.3, 4));
    arrays.put("1.weight", weight("1.weight", 1, 4));
    arrays.put("1.bias", weight("1.bias", 0.5, 4));
    arrays.put("1.running_mean", weight("1.running_mean", 0.5, 4));
    weights.put("1.running_var", new double[] {0.5, 1, 2, 3});
    arrays.put("1.running_var", NumpyFiles.doubles("4,", of("1.running_var")));
    arrays.put("1.num_batches_tracked", NumpyFiles.npy("<i8", "", new byte[8]));
    arrays.put("5.weight", weight("5.weight", 0.2, 10, 64));
    arrays.put("5.bias", weight("5.bias", 0.2, 10));
    NumpyFiles.npz(folder.resolve("digits-weights.npz"), arrays);
  }

  private byte[] weight(String name, double deviation, int... shape) {
    int size = 1;
    StringBuilder text = new StringBuilder();
    for (int extent : shape) {
      size *= extent;
      text.append(extent).append(", ");
    }
    weights.put(name, RandomStream.of(1, name).normal(size, deviation));
    return NumpyFiles.doubles(text.toString(), of(name));
  }

  private double[] of(String name) {
    return Objects.requireNonNull(weights.get(name), name);
  }

  private static int[] pixels(String purpose, int count) {
    RandomStream random = RandomStream.of(1, purpose);
    int[] pixels = new int[count * SIDE * SIDE];
    for (int i = 0; i < pixels.length; i++) {
      pixels[i] = random.nextInt(241);
    }
    return pixels;
  }

  private static int[] labels(int count) {
    int[] labels = new int[count];
    for (int i = 0; i < count; i++) {
      labels[i] = i % CLASSES;
    }
    return labels;
  }

  /** The mean cross-entropy over the test images, with running statistics. */
  private double testLoss() {
    double mean = 0;
    double squares = 0;
    for (int pixel : train) {
      mean += pixel / 255.0 / train.length;
      squares += pixel / 255.0 * (pixel / 255.0) / train.length;
    }
    double deviation = Math.sqrt(squares - mean * mean);
    double loss = 0;
    for (int image = 0; image < TEST; image++) {
      double[][] shown = new double[SIDE][SIDE];
      for (int i = 0; i < SIDE * SIDE; i++) {
        shown[i / SIDE][i % SIDE] = (test[image * SIDE * SIDE + i] / 255.0 - mean) / deviation;
      }
      loss += crossEntropy(logits(shown), image % CLASSES) / TEST;
    }
    return loss;
  }

  private static double crossEntropy(double[] logits, int label) {
    double sum = 0;
    for (double logit : logits) {
      sum += Math.exp(logit);
    }
    return Math.log(sum) - logits[label];
  }

  private double[] logits(double[][] image) {
    double[] logits = of("5.bias").clone();
    int half = SIDE / 2;
    for (int filter = 0; filter < FILTERS; filter++) {
      for (int place = 0; place < half * half; place++) {
        double largest = 0;
        for (int corner = 0; corner < 4; corner++) {
          int y = place / half * 2 + corner / 2;
          int x = place % half * 2 + corner % 2;
          largest = Math.max(largest, normalized(filter, convolved(image, filter, y, x)));
        }
        for (int label = 0; label < CLASSES; label++) {
          logits[label] +=
              of("5.weight")[label * FILTERS * half * half + filter * half * half + place]
                  * largest;
        }
      }
    }
    return logits;
  }

  private double convolved(double[][] image, int filter, int y, int x) {
    double sum = of("0.bias")[filter];
    for (int tap = 0; tap < 9; tap++) {
      int row = y + tap / 3 - 1;
      int column = x + tap % 3 - 1;
      if (row >= 0 && row < SIDE && column >= 0 && column < SIDE) {
        sum += of("0.weight")[filter * 9 + tap] * image[row][column];
      }
    }
    return sum;
  }

  private double normalized(int filter, double value) {
    double centred = value - of("1.running_mean")[filter];
    return of("1.weight")[filter] * centred / Math.sqrt(of("1.running_var")[filter] + 1e-5)
        + of("1.bias")[filter];
  }
}
