package org.normscape.experiments.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assumptions.assumeThat;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.zip.Deflater;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.normscape.experiments.UserError;

/** Downloads from a server on this machine that breaks off, resumes, or serves something else. */
final class FetchTest {

  @TempDir private Path folder;

  private final List<String> ranges = new ArrayList<>();
  private HttpServer server;
  private byte[] content = new byte[0];
  private int served = Integer.MAX_VALUE;

  @BeforeEach
  void start() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext("/archive", this::answer);
    server.start();
  }

  @AfterEach
  void stop() {
    server.stop(0);
  }

  /** Serves at most {@code served} bytes of what was asked for, and then hangs up. */
  private void answer(HttpExchange exchange) throws IOException {
    String range = exchange.getRequestHeaders().getFirst("Range");
    ranges.add(String.valueOf(range));
    int from = range == null ? 0 : Integer.parseInt(range.replaceAll("\\D", ""));
    if (from >= content.length) {
      exchange.sendResponseHeaders(416, -1);
    } else {
      exchange.sendResponseHeaders(range == null ? 200 : 206, content.length - from);
      exchange.getResponseBody().write(content, from, Math.min(served, content.length - from));
    }
    exchange.close();
  }

  private URI archive() {
    return URI.create(
        "http://%s:%d/archive"
            .formatted(
                server.getAddress().getAddress().getHostAddress(), server.getAddress().getPort()));
  }

  @Test
  void anInterruptedDownloadGoesOnWhereItStopped() throws IOException {
    content = new byte[300_000];
    new Random(1).nextBytes(content);
    Path target = folder.resolve("file");
    served = 100_000;
    assertThatThrownBy(() -> Download.run(archive(), target, (have, total) -> {}))
        .isInstanceOf(UserError.class)
        .hasMessageStartingWith(
            "fetch: " + archive() + " must be reachable, but the connection failed")
        .hasMessageEndingWith("To fix: run the command again; it goes on where it stopped.");
    long kept = Files.size(target);
    served = Integer.MAX_VALUE;
    List<Long> totals = new ArrayList<>();
    Download.run(archive(), target, (have, total) -> totals.add(total));
    assertThat(Files.readAllBytes(target)).isEqualTo(content);
    assertThat(kept).isBetween(1L, 100_000L);
    assertThat(ranges).containsExactly("null", "bytes=" + kept + "-");
    assertThat(totals).containsOnly(300_000L);
  }

  @Test
  void aCompleteDownloadIsNotRepeated() throws IOException {
    content = new byte[1_000];
    Path target = Files.write(folder.resolve("file"), content);
    Download.run(archive(), target, (have, total) -> assertThat(have).isEqualTo(1_000));
    assertThat(ranges).containsExactly("bytes=1000-");
  }

  @Test
  void aServerWithoutTheFileIsNamed() {
    URI wrong = archive().resolve("/nowhere");
    assertThatThrownBy(() -> new Fetch(wrong, folder.resolve("c")).run((have, total) -> {}))
        .isInstanceOf(UserError.class)
        .hasMessage(
            "fetch: %s must answer 200 or 206, but it answered 404. To fix: try later, or bring the file by hand."
                .formatted(wrong));
  }

  @Test
  void anArchiveWithOtherBytesIsRejectedAndForgotten() throws IOException {
    Map<String, byte[]> files = new LinkedHashMap<>();
    for (String name : Cifar10.FILES.keySet()) {
      files.put(name, new byte[1_000]);
    }
    content = archive(files);
    rejects("must have 30730000 bytes, but it has 1000");
    content = archive(Map.of("readme.html", new byte[3]));
    rejects("is missing");
    content = "not an archive".getBytes(StandardCharsets.UTF_8);
    rejects("Not in GZIP format");
  }

  private void rejects(String reason) {
    Path target = folder.resolve("cifar");
    assertThatThrownBy(() -> new Fetch(archive(), target).run((have, total) -> {}))
        .isInstanceOf(UserError.class)
        .hasMessageStartingWith(
            "fetch: %s must be CIFAR-10's binary version, but what came is not: "
                .formatted(archive()))
        .hasMessageContaining(reason);
    assertThat(folder).isEmptyDirectory();
  }

  @Test
  void theRealFilesArriveInPlace() throws IOException {
    String place = System.getenv(DataSource.VARIABLE);
    assumeThat(place).as(DataSource.VARIABLE).isNotNull();
    Map<String, byte[]> files = new LinkedHashMap<>();
    for (String name : Cifar10.FILES.keySet()) {
      files.put(name, Files.readAllBytes(Path.of(place, name)));
    }
    content = archive(files);
    served = content.length / 2;
    Path target = folder.resolve("cache/cifar");
    assertThatThrownBy(() -> new Fetch(archive(), target).run((have, total) -> {}))
        .isInstanceOf(UserError.class);
    served = Integer.MAX_VALUE;
    new Fetch(archive(), target).run((have, total) -> {});
    assertThat(Cifar10.load(target).train().size()).isEqualTo(50_000);
    assertThat(target.resolveSibling("cifar-10-binary.tar.gz.part")).doesNotExist();
  }

  @Test
  void onlyTheNamedFilesComeOutOfAnArchiveWhateverTheirFolder() throws IOException {
    byte[] long700 = new byte[700];
    Arrays.fill(long700, (byte) 5);
    Map<String, byte[]> files = new LinkedHashMap<>();
    files.put("../../wanted", long700);
    files.put("other", new byte[512]);
    files.put("folder/second", new byte[0]);
    Tar.extract(new ByteArrayInputStream(tar(files)), Set.of("wanted", "second"), folder);
    assertThat(folder.resolve("wanted")).hasBinaryContent(long700);
    assertThat(folder.resolve("second")).isEmptyFile();
    assertThat(folder.resolve("other")).doesNotExist();
  }

  /** A gzip stream that does not take the time to compress. */
  private static final class Stored extends GZIPOutputStream {

    Stored(OutputStream out) throws IOException {
      super(out);
      def.setLevel(Deflater.NO_COMPRESSION);
    }
  }

  private static byte[] archive(Map<String, byte[]> files) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (GZIPOutputStream gzip = new Stored(bytes)) {
      gzip.write(tar(files));
    }
    return bytes.toByteArray();
  }

  private static byte[] tar(Map<String, byte[]> files) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    for (Map.Entry<String, byte[]> file : files.entrySet()) {
      byte[] header = new byte[512];
      put(header, 0, file.getKey());
      put(header, 124, "%011o".formatted(file.getValue().length));
      header[156] = '0';
      bytes.write(header);
      bytes.write(file.getValue());
      bytes.write(new byte[(512 - file.getValue().length % 512) % 512]);
    }
    bytes.write(new byte[1024]);
    return bytes.toByteArray();
  }

  private static void put(byte[] header, int at, String text) {
    byte[] ascii = text.getBytes(StandardCharsets.US_ASCII);
    System.arraycopy(ascii, 0, header, at, ascii.length);
  }
}
