package org.normscape.experiments.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The scripts {@code normscape}, with a Java that only says what it was given. */
@EnabledOnOs(OS.LINUX)
final class LauncherTest {

  /**
   * A command, its standard output in a file, its standard error through cat: this ends where the
   * launcher's filter ends, which may be after the command. Java itself drops what comes then.
   */
  private static final String THROUGH_CAT =
      "{ \"$@\" 2>&3 3>&- >\"$OUT\"; } 3>&1 | cat; exit ${PIPESTATUS[0]}";

  private static final String JAVA =
      """
      #!/usr/bin/env bash
      if [ "$1" = -XshowSettings:properties ]; then
        echo "    java.specification.version = 17"
        exit 0
      fi
      [ -z "$ON_ERR" ] || printf '%b' "$ON_ERR" >&2
      [ -z "$ON_IN" ] || printf '%b' "$ON_IN" >&0
      env
      echo "arguments $*"
      exit 7
      """;

  private static final Path DIST = Path.of("src", "dist");

  @TempDir private Path home;

  private record Result(int exitCode, String out, String err) {

    String variable(String name) {
      return out.lines()
          .filter(line -> line.startsWith(name + "="))
          .map(line -> line.substring(name.length() + 1))
          .findFirst()
          .orElse("unset");
    }
  }

  @BeforeEach
  void install() throws IOException {
    script("normscape", Files.readString(Path.of("..", "normscape")));
    script("experiments/src/dist/lib/launch.sh", Files.readString(DIST.resolve("lib/launch.sh")));
    script("archive/bin/normscape", Files.readString(DIST.resolve("bin/normscape")));
    script("archive/lib/launch.sh", Files.readString(DIST.resolve("lib/launch.sh")));
    Files.writeString(home.resolve("archive/lib/commit"), "abc123\n");
    script(
        "mvnw",
        """
        #!/usr/bin/env bash
        mkdir -p experiments/target
        echo "$*" >>experiments/target/builds
        case "$*" in
          *-Pgpu-system*) echo natives >experiments/target/dependencies-gpu-system ;;
          *-Pgpu*) echo everything >experiments/target/dependencies-gpu ;;
          *) echo nothing >experiments/target/dependencies ;;
        esac
        """);
    script("jdk/bin/java", JAVA);
    for (String folder : List.of("core", "experiments", "backend-x")) {
      Files.createDirectories(home.resolve(folder).resolve("src/main"));
      Files.writeString(home.resolve(folder).resolve("pom.xml"), "<project/>");
    }
    Files.writeString(home.resolve("pom.xml"), "<project/>");
  }

  private void script(String name, String text) throws IOException {
    Path file = home.resolve(name);
    Files.createDirectories(file.getParent());
    Files.writeString(file, text);
    assertThat(file.toFile().setExecutable(true)).isTrue();
  }

  private Result launch(Map<String, String> environment, String... arguments)
      throws IOException, InterruptedException {
    return launch("normscape", environment, arguments);
  }

  private Result launch(String launcher, Map<String, String> environment, String... arguments)
      throws IOException, InterruptedException {
    Path out = home.resolve("out.txt");
    Path err = home.resolve("err.txt");
    Stream<String> command =
        Stream.concat(
            Stream.of("bash", "-c", THROUGH_CAT, "launcher", home.resolve(launcher).toString()),
            Stream.of(arguments));
    ProcessBuilder builder = new ProcessBuilder(command.toList());
    Map<String, String> variables = builder.environment();
    variables.keySet().removeIf(name -> name.matches("OPENBLAS_.*|GOMP_.*|TF_.*|GLIBC_.*"));
    variables.put("JAVA_HOME", home.resolve("jdk").toString());
    variables.put("OUT", out.toString());
    variables.putAll(environment);
    Process process = builder.start();
    String said =
        new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8)
            .replaceAll("normscape: building.*\n", "");
    Files.writeString(err, said);
    return new Result(process.waitFor(), Files.readString(out), said);
  }

  @Test
  void theExitCodeAndTheArgumentsArePassedOn() throws Exception {
    Result result = launch(Map.of(), "run", "landscape", "--set", "a=b c");
    assertThat(result.exitCode()).isEqualTo(7);
    assertThat(result.out())
        .contains("org.normscape.experiments.cli.Main run landscape --set a=b c\n");
  }

  @Test
  void thatOfTheArchiveSetsTheSameAndBuildsNothing() throws Exception {
    Result archive = launch("archive/bin/normscape", Map.of(), "run", "landscape");
    Result source = launch(Map.of(), "run", "landscape");
    assertThat(archive.exitCode()).isEqualTo(7);
    assertThat(archive.out())
        .contains(
            " -Dnormscape.commit=abc123 ",
            "-cp %s/archive/lib/* org.normscape.experiments.cli.Main run landscape\n"
                .formatted(home.toRealPath()));
    for (String variable :
        List.of("GLIBC_TUNABLES", "GOMP_SPINCOUNT", "OPENBLAS_CORETYPE", "TF_CPP_MIN_LOG_LEVEL")) {
      assertThat(archive.variable(variable)).as(variable).isEqualTo(source.variable(variable));
    }
  }

  @Test
  void thatOfTheArchiveIsFoundThroughALink() throws Exception {
    Files.createSymbolicLink(home.resolve("linked"), Path.of("archive/bin/normscape"));
    assertThat(launch("linked", Map.of(), "doctor").out()).contains("cli.Main doctor\n");
  }

  @Test
  void thatOfTheArchiveSaysWhatItLacks() throws Exception {
    Result bench = launch("archive/bin/normscape", Map.of(), "bench", "vgg-a");
    assertThat(bench.exitCode()).isEqualTo(1);
    assertThat(bench.err())
        .isEqualTo(
            "normscape: bench is not part of the archive, since it brings other libraries to compare with. To fix: run ./normscape bench in the source tree.\n");
  }

  @ParameterizedTest
  @ValueSource(strings = {"normscape", "archive/bin/normscape"})
  void anOldJavaIsRefused(String launcher) throws Exception {
    script("jdk/bin/java", JAVA.replace("= 17", "= 11"));
    Result result = launch(launcher, Map.of(), "doctor");
    assertThat(result.exitCode()).isEqualTo(1);
    assertThat(result.err())
        .matches(
            "normscape: a (JDK|Java runtime) of version 17 or newer is needed, but .*/jdk/bin/java is version 11[.] To fix: set JAVA_HOME to a newer one[.]\n");
  }

  @Test
  void sparkIsFetchedWhenItIsFirstAskedFor() throws Exception {
    String mvnw =
        "#!/usr/bin/env bash\necho \"maven $*\" >>maven.log\nmkdir -p experiments/target\necho nothing >experiments/target/dependencies\n";
    script("mvnw", mvnw);
    assertThat(launch(Map.of(), "sweep", "landscape").out()).doesNotContain("normscape.spark");
    Path log = home.resolve("maven.log");
    assertThat(log).content().doesNotContain("cluster");
    Result first = launch(Map.of(), "sweep", "landscape", "--spark", "local[2]");
    assertThat(first.err()).contains("normscape: fetching Apache Spark (the first time this");
    assertThat(first.out()).contains("-Dnormscape.spark=" + home + "/experiments/target/spark");
    assertThat(log).content().contains("-f experiments/src/cluster/pom.xml");
    Files.delete(log);
    Result second = launch(Map.of(), "sweep", "landscape", "--spark=local[2]");
    assertThat(second.out()).contains("-Dnormscape.spark=");
    assertThat(log).doesNotExist();
  }

  @Test
  void aSparkThatCannotBeFetchedIsSaidInASentence() throws Exception {
    launch(Map.of(), "list");
    script("mvnw", "#!/usr/bin/env bash\necho no connection\nexit 1\n");
    Result result = launch(Map.of(), "sweep", "landscape", "--spark", "local[2]");
    assertThat(result.exitCode()).isEqualTo(1);
    assertThat(result.err())
        .contains("no connection\n")
        .contains("normscape: --spark: needs Apache Spark, but it could not be fetched; all that")
        .endsWith("To fix: connect this machine to Maven Central once.\n");
  }

  @Test
  void remarksOfNativesAreLeftOutAndAllElsePasses() throws Exception {
    String natives =
        "WARNING: All log messages before absl::InitializeLog() is called are written to STDERR\\n"
            + "I0000 00:00:1795863187.426964   30605 mlir_pass.cc:401] MLIR V1 is not enabled\\n"
            + "malloc(): corrupted top size\\nI am no remark\\n";
    Result result =
        launch(
            Map.of("ON_ERR", natives, "ON_IN", "loading\\r 50 %\\r100 %\\n"), "run", "landscape");
    assertThat(result.err())
        .contains("malloc(): corrupted top size\n", "I am no remark\n", "loading\r 50 %\r100 %\n")
        .doesNotContain("absl", "MLIR");
    assertThat(result.out()).contains("-Dnormscape.err=0");
    assertThat(result.variable("TF_CPP_MIN_LOG_LEVEL")).isEqualTo("2");
  }

  @Test
  void verboseShowsThem() throws Exception {
    Result result =
        launch(Map.of("ON_ERR", "I0000 00:00:1.4   30605 a.cc:401] remark\\n"), "run", "--verbose");
    assertThat(result.err()).contains("remark");
    assertThat(result.out()).doesNotContain("-Dnormscape.err");
    assertThat(result.variable("TF_CPP_MIN_LOG_LEVEL")).isEqualTo("0");
    assertThat(result.variable("NORMSCAPE_LOG")).isEqualTo("INFO");
  }

  @Test
  void whoeverAsksForALogLevelGetsIt() throws Exception {
    Result result =
        launch(
            Map.of(
                "TF_CPP_MIN_LOG_LEVEL", "1", "ON_ERR", "I0000 00:00:1.4   3 a.cc:401] remark\\n"),
            "run");
    assertThat(result.err()).contains("remark");
    assertThat(result.variable("TF_CPP_MIN_LOG_LEVEL")).isEqualTo("1");
  }

  static boolean isThereATerminal() {
    return Files.isExecutable(Path.of("/usr/bin/script"));
  }

  private String onATerminal(String kind) throws Exception {
    String command = "stty cols 47; %s run".formatted(home.resolve("normscape"));
    ProcessBuilder builder = new ProcessBuilder("/usr/bin/script", "-qec", command, "/dev/null");
    builder.environment().put("JAVA_HOME", home.resolve("jdk").toString());
    builder.environment().put("TERM", kind);
    Process process = builder.start();
    String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(process.waitFor()).as(said).isEqualTo(7);
    return said;
  }

  @Test
  @EnabledIf("isThereATerminal")
  void aBarIsAsWideAsTheTerminal() throws Exception {
    assertThat(onATerminal("xterm"))
        .contains("-Dnormscape.terminal=true", "-Dnormscape.columns=47");
  }

  @Test
  @EnabledIf("isThereATerminal")
  void aTerminalThatOnlyAppendsGetsLines() throws Exception {
    assertThat(onATerminal("dumb")).contains("run").doesNotContain("-Dnormscape.terminal");
  }

  /** OpenBLAS's kernels are named by what the processor can do. */
  @ParameterizedTest
  @CsvSource({
    "fma avx2 avx512f avx512dq avx512cd avx512bw avx512vl, SkylakeX",
    "fma avx2 avx512f avx512dq avx512cd avx512bw avx512vl avx512_bf16 amx_tile, SkylakeX",
    "fma avx2 avx512f avx512cd, Haswell",
    "sse4_2 avx fma avx2 avx_vnni, Haswell",
    "sse4_2 avx, unset"
  })
  void kernelsFitTheProcessor(String flags, String kernels) throws Exception {
    Path processor = Files.writeString(home.resolve("cpuinfo"), "flags\t\t: fpu " + flags + "\n");
    Map<String, String> environment = Map.of("NORMSCAPE_CPUINFO", processor.toString());
    boolean intel = System.getProperty("os.arch").equals("amd64");
    assertThat(launch(environment, "run").variable("OPENBLAS_CORETYPE"))
        .isEqualTo(intel ? kernels : "unset");
  }

  @Test
  void whatTheUserHasSetStays() throws Exception {
    Map<String, String> chosen =
        Map.of(
            "OPENBLAS_CORETYPE", "Zen",
            "OPENBLAS_THREAD_TIMEOUT", "9",
            "GOMP_SPINCOUNT", "8",
            "GLIBC_TUNABLES", "glibc.malloc.arena_max=2");
    Result result = launch(chosen, "run");
    chosen.forEach((name, value) -> assertThat(result.variable(name)).isEqualTo(value));
  }

  private static boolean hasDriver() {
    return Stream.of("/usr/lib/x86_64-linux-gnu", "/usr/lib64", "/usr/lib/wsl/lib")
        .anyMatch(folder -> Files.exists(Path.of(folder, "libcuda.so.1")));
  }

  private Map<String, String> withDriver() throws IOException {
    Path folder = Files.createDirectories(home.resolve("driver"));
    Files.writeString(folder.resolve("libcuda.so.1"), "");
    return Map.of("LD_LIBRARY_PATH", folder.toString());
  }

  private List<String> builds() throws IOException {
    Path builds = home.resolve("experiments/target/builds");
    return Files.exists(builds) ? Files.readAllLines(builds) : List.of();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "run landscape --device gpu",
        "run landscape --device=gpu:1",
        "run landscape --set device=gpu",
        "certify --device gpu",
        "verify landscape --backends tensorflow,tensorflow@gpu"
      })
  void withoutADriverNothingIsDownloadedForAGpu(String arguments) throws Exception {
    assumeFalse(hasDriver());
    Result result = launch(Map.of(), arguments.split(" ", -1));
    assertThat(result.exitCode()).isEqualTo(1);
    assertThat(result.err())
        .startsWith("normscape: device: a GPU needs NVIDIA's driver, but neither")
        .contains("so nothing is downloaded. To fix: install the driver")
        .hasLineCount(1);
    assertThat(builds()).isEmpty();
  }

  @Test
  void forAnotherMachineItBuildsWithoutADriver() throws Exception {
    launch(Map.of("NORMSCAPE_DRIVER", "elsewhere"), "run", "--device", "gpu");

    assertThat(home.resolve("experiments/target/dependencies-gpu")).exists();
  }

  @Test
  void aGpuHasABuildOfItsOwnAndOneAlone() throws Exception {
    Result result = launch(withDriver(), "run", "--device", "gpu");
    assertThat(result.out()).contains("target/classes:everything");
    assertThat(result.variable("TF_CUDNN_USE_AUTOTUNE")).isEqualTo("0");
    launch(withDriver(), "run", "--device", "gpu:1");
    assertThat(builds()).singleElement().asString().contains("-Pgpu");
    assertThat(launch(Map.of(), "run").out()).contains("target/classes:nothing");
    assertThat(builds()).last().asString().doesNotContain("-Pgpu");
  }

  @Test
  void theCudaOfTheSystemIsNotDownloaded() throws Exception {
    Map<String, String> environment = new HashMap<>(withDriver());
    environment.put("NORMSCAPE_CUDA", "system");
    assertThat(launch(environment, "run", "--device", "gpu").out())
        .contains("target/classes:natives");
    environment.put("NORMSCAPE_CUDA", "here");
    assertThat(launch(environment, "run", "--device", "gpu").err())
        .contains("NORMSCAPE_CUDA: must be download or system, but it is \"here\".");
  }

  @Test
  void aWordThatIsNoDeviceBuildsAsEver() throws Exception {
    assertThat(launch(Map.of(), "describe", "gpu").exitCode()).isEqualTo(7);
    assertThat(builds()).singleElement().asString().doesNotContain("-Pgpu");
  }
}
