package org.normscape.experiments.data.fetch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
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
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.normscape.experiments.Sha256;
import org.normscape.experiments.UserError;
import org.normscape.experiments.data.file.KnownFile;
import org.normscape.experiments.data.file.KnownFiles;

/** What is brought, what is refused, and that a second try begins afresh where it must. */
final class FetchTest {

  private static final byte[] FIRST = random(700, 1);
  private static final byte[] SECOND = random(40_000, 2);

  private static final KnownFiles FILES =
      new KnownFiles(
          "the letters",
          "letters",
          "write them",
          List.of(known("first", FIRST), known("second", SECOND)),
          Map.of("first.pickle", "the Python version"));

  @TempDir private Path folder;

  private FileServer server;
  private Path target;
  private Path part;

  @BeforeEach
  void start() throws IOException {
    server = new FileServer();
    target = folder.resolve("cache/letters");
    part = folder.resolve("cache/letters.tar.gz.part");
  }

  @AfterEach
  void stop() {
    server.close();
  }

  private static byte[] random(int count, int seed) {
    byte[] bytes = new byte[count];
    new Random(seed).nextBytes(bytes);
    return bytes;
  }

  private static KnownFile known(String name, byte[] content) {
    return new KnownFile(name, content.length, Sha256.of(content));
  }

  private static Map<String, byte[]> letters() {
    Map<String, byte[]> files = new LinkedHashMap<>();
    files.put("letters/readme.html", new byte[512]);
    files.put("../../first", FIRST);
    files.put("letters/second", SECOND);
    return files;
  }

  private void fetch(URI source) {
    new Fetch(FILES, source, target).run((have, total) -> {});
  }

  private void arrived() {
    assertThat(target.resolve("first")).hasBinaryContent(FIRST);
    assertThat(target.resolve("second")).hasBinaryContent(SECOND);
    assertThat(target.getParent()).isDirectoryNotContaining(path -> !path.equals(target));
    assertThat(target.resolve("readme.html")).doesNotExist();
  }

  @Test
  void theFilesArriveInPlaceOfWhatWasThere() throws IOException {
    Files.createDirectories(target);
    Files.write(target.resolve("first"), new byte[3]);
    server.has(Archives.of(letters()));
    fetch(server.archive());
    arrived();
  }

  @Test
  void anInterruptedDownloadGoesOnWhereItStopped() throws IOException {
    byte[] archive = Archives.of(letters());
    server.has(archive).breakingOffAfter(30_000);
    assertThatThrownBy(() -> fetch(server.archive()))
        .isInstanceOf(UserError.class)
        .hasMessageStartingWith(
            "fetch: " + server.archive() + " must be reachable, but the connection failed")
        .hasMessageEndingWith("To fix: run the command again; it goes on where it stopped.");
    long kept = Files.size(part);
    assertThat(kept).isBetween(1L, 30_000L);
    List<Long> totals = new ArrayList<>();
    server.has(archive);
    new Fetch(FILES, server.archive(), target).run((have, total) -> totals.add(total));
    assertThat(server.ranges()).containsExactly("null", "bytes=" + kept + "-");
    assertThat(totals).containsOnly((long) archive.length);
    arrived();
  }

  @Test
  void aCompleteDownloadIsNotRepeated() throws IOException {
    byte[] archive = Archives.of(letters());
    server.has(archive);
    Files.createDirectories(target);
    Files.write(part, archive);
    fetch(server.archive());
    assertThat(server.ranges()).containsExactly("bytes=" + archive.length + "-");
    arrived();
  }

  @Test
  void whatAnEarlierTryLeftBrokenIsBroughtAgainAtOnce() throws IOException {
    byte[] archive = Archives.of(letters());
    server.has(archive);
    Files.createDirectories(target);
    for (byte[] left : List.of(random(100, 3), random(archive.length, 3), new byte[99_999])) {
      Files.write(part, left);
      fetch(server.archive());
      arrived();
    }
    assertThat(server.ranges())
        .containsExactly(
            "bytes=100-", "null", "bytes=" + archive.length + "-", "null", "bytes=99999-", "null");
  }

  @Test
  void aServerThatGoesOnInTheWrongPlaceIsAskedForTheWhole() throws IOException {
    byte[] archive = Archives.of(letters());
    server.has(archive).goingOnTooFar(5);
    Files.createDirectories(target);
    Files.write(part, Arrays.copyOf(archive, 1_000));
    fetch(server.archive());
    assertThat(server.ranges()).containsExactly("bytes=1000-", "null");
    arrived();
  }

  @Test
  void aServerWithoutTheFileIsNamed() {
    for (String path : List.of("/nowhere", "/elsewhere")) {
      URI wrong = server.at(path);
      assertThatThrownBy(() -> fetch(wrong))
          .isInstanceOf(UserError.class)
          .hasMessage(
              "fetch: %s must answer 200 or 206, but it answered %s. To fix: try later, or bring the files by hand and name their folder with --data."
                  .formatted(wrong, path.equals("/nowhere") ? 404 : 302));
    }
    assertThatThrownBy(() -> fetch(server.at("/nonsense"))).isInstanceOf(UserError.class);
    assertThatThrownBy(() -> fetch(URI.create("http://127.0.0.1:1/archive")))
        .isInstanceOf(UserError.class)
        .hasMessageContaining("must be reachable, but the connection failed");
  }

  @Test
  void archivesOfTheWrongKindAreRefusedAndForgotten() throws IOException {
    byte[] right = Archives.of(letters());
    byte[] tar = Archives.tar(letters(), '0');
    rejects(new byte[0], "it is not packed by gzip");
    rejects("<html>".getBytes(StandardCharsets.UTF_8), "it is not packed by gzip");
    rejects(new byte[] {'P', 'K', 3, 4, 5, 6}, "it is not packed by gzip");
    rejects(tar, "it is not packed by gzip");
    rejects(Archives.packed(random(9_000, 4)), "it is not a tape archive");
    rejects(Archives.packed("text".getBytes(StandardCharsets.UTF_8)), "it is not a tape archive");
    rejects(Archives.packed(new byte[0]), "\"first\" is missing in it");
    rejects(Arrays.copyOf(right, right.length / 2), "it ends too early or is damaged");
    rejects(
        Archives.packed(Arrays.copyOf(tar, tar.length / 2)), "\"second\" must have 40000 bytes");
    byte[] flipped = right.clone();
    flipped[flipped.length / 2] ^= 64;
    rejects(flipped, "");
  }

  @Test
  void archivesOfOtherFilesAreRefusedAndForgotten() throws IOException {
    rejects(Archives.of(Map.of("readme", FIRST)), "\"first\" is missing in it");
    rejects(Archives.of(Map.of("first", FIRST)), "\"second\" is missing in it");
    rejects(Archives.of(Map.of("first.pickle", FIRST)), "it holds the Python version");
    rejects(
        Archives.of(Map.of("first", SECOND)),
        "\"first\" must be a file of 700 bytes, but it has 40000");
    rejects(
        Archives.of(Map.of("first", random(700, 5))),
        "\"first\" must have the SHA-256 " + Sha256.of(FIRST));
    rejects(Archives.packed(Archives.tar(letters(), '5')), "\"first\" must be a file of 700 bytes");
    for (String size : List.of("x", "-0000000001", "00000000009", "")) {
      rejects(Archives.packed(Archives.header("first", size, '0')), "it is not a tape archive");
    }
    rejects(
        Archives.packed(Archives.header("first", "77777777777", '0')),
        "\"first\" must be a file of 700 bytes, but it has 8589934591");
    rejects(
        Archives.packed(Archives.header("other", "77777777777", '0')),
        "it ends too early or is damaged");
  }

  private void rejects(byte[] archive, String reason) {
    server.has(archive);
    assertThatThrownBy(() -> fetch(server.archive()))
        .as(reason)
        .isInstanceOf(UserError.class)
        .hasMessageStartingWith(
            "fetch: %s must be the letters, packed by tar and gzip, but of what came "
                .formatted(server.archive()))
        .hasMessageContaining(reason);
    assertThat(target.getParent()).isEmptyDirectory();
  }

  @Test
  void whatStandsInTheWayIsNamed() throws IOException {
    server.has(Archives.of(letters()));
    Path file = Files.createFile(folder.resolve("cache"));
    blocked(file);
    Files.delete(file);
    Files.createDirectories(part);
    blocked(part);
    Files.delete(part);
    Files.createFile(target);
    blocked(target);
  }

  private void blocked(Path by) {
    assertThatThrownBy(() -> fetch(server.archive()))
        .isInstanceOf(UserError.class)
        .hasMessageStartingWith(
            "fetch: \"%s\" must be a folder that can be written, but it is not ("
                .formatted(target.getParent()))
        .hasMessageContaining(by.toString());
    assertThat(server.ranges()).isEmpty();
  }
}
