package org.normscape.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** The scripts {@code bench/gpu/pack} and {@code unpack}, with a build that is a few files. */
@EnabledOnOs(OS.LINUX)
final class PackTest {

  private static final Path SCRIPTS = Path.of("gpu");

  @TempDir private Path folder;

  private Path home;

  private record Result(int exitCode, String said) {}

  @BeforeEach
  void build() throws IOException {
    home = folder.resolve("home");
    for (String name : List.of("pack", "unpack", "normscape", "run", "pytorch.py")) {
      script("bench/gpu/" + name, Files.readString(SCRIPTS.resolve(name)));
    }
    script("normscape", "#!/bin/sh\n[ \"$NORMSCAPE_DRIVER\" = elsewhere ]\n");
    script("experiments/src/dist/lib/launch.sh", "find_java() { :; }\nlaunch() { echo \"$@\"; }\n");
    script("bench/target/classes/Bench.class", "ours");
    byte[] large = new byte[3 << 20];
    new Random(1).nextBytes(large);
    Files.write(Files.createDirectories(home.resolve("m2")).resolve("natives.jar"), large);
    script("m2/pytorch-native-cpu-2.jar", "a peer");
    Files.writeString(
        home.resolve("bench/target/dependencies"),
        home.resolve("m2/natives.jar") + ":" + home.resolve("m2/pytorch-native-cpu-2.jar"));
  }

  private void script(String name, String text) throws IOException {
    Path file = home.resolve(name);
    Files.createDirectories(file.getParent());
    Files.writeString(file, text);
    assertThat(file.toFile().setExecutable(true)).isTrue();
  }

  private Result run(String... command) throws IOException, InterruptedException {
    Process process =
        new ProcessBuilder(command).directory(folder.toFile()).redirectErrorStream(true).start();
    String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    return new Result(process.waitFor(), said);
  }

  private Result pack(String... options) throws IOException, InterruptedException {
    return run(
        Stream.concat(Stream.of(home.resolve("bench/gpu/pack").toString()), Stream.of(options))
            .toArray(String[]::new));
  }

  @Test
  void whatIsPackedStartsElsewhere() throws Exception {
    Result packed = pack("--device", "cpu", "--piece", "1", "--out", "pieces");
    assertThat(packed.said()).contains("4 pieces");
    assertThat(run("pieces/unpack", "there").exitCode()).isZero();

    assertThat(folder.resolve("there/normscape/lib/002-natives.jar"))
        .hasSameBinaryContentAs(home.resolve("m2/natives.jar"));
    assertThat(folder.resolve("there/normscape/lib/001/Bench.class")).hasContent("ours");
    assertThat(folder.resolve("there/normscape/lib/003-pytorch-native-cpu-2.jar")).doesNotExist();
    assertThat(run("there/normscape/normscape", "bench", "device").said())
        .contains("/lib/001:", "/lib/002-natives.jar org.normscape.bench.Bench", " device");
    assertThat(folder.resolve("there/normscape/bench/gpu/run")).isExecutable();
  }

  @Test
  void aPieceThatWasDamagedIsNamed() throws Exception {
    pack("--device", "cpu", "--piece", "1", "--out", "pieces");
    Path piece = folder.resolve("pieces/normscape.tar.002");
    byte[] bytes = Files.readAllBytes(piece);
    bytes[5] ^= 1;
    Files.write(piece, bytes);

    Result result = run("pieces/unpack");

    assertThat(result.exitCode()).isEqualTo(1);
    assertThat(result.said()).contains("normscape.tar.002", "To fix: copy them again.");
  }

  @Test
  void wrongUsageIsOneSentence() throws Exception {
    for (List<String> options :
        List.<List<String>>of(
            List.of("--device", "tpu", "--out", "x"),
            List.of("--slim", "nine", "--out", "x"),
            List.of("--out"),
            List.of("--data", "nowhere", "--out", "x"),
            List.of())) {
      Result result = pack(options.toArray(String[]::new));
      assertThat(result.exitCode()).as("%s", options).isEqualTo(2);
      assertThat(result.said()).startsWith("bench/gpu/pack: ").contains(" To fix: ");
      assertThat(result.said().lines()).hasSize(1);
    }
    assertThat(folder.resolve("x")).doesNotExist();
  }
}
