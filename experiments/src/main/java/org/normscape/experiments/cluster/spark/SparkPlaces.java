package org.normscape.experiments.cluster.spark;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.normscape.experiments.cluster.Cluster;

/**
 * Places that a Spark application lends. It ends when its standard input does.
 *
 * @param name the cluster
 * @param process the application's driver, on this machine
 * @param words what it says for us
 * @param log what Spark says
 * @param folder what is deleted in the end
 */
record SparkPlaces(String name, Process process, Path words, Path log, Path folder)
    implements Cluster.Places {

  private static final int SECONDS = 20;

  @Override
  public Optional<String> ended() {
    return process.isAlive() ? Optional.empty() : Optional.of(sentence());
  }

  private String sentence() {
    return "%s: must lend places until all tasks have ended, but it ended before (%s). To fix: see %s, then run \"normscape resume\"."
        .formatted(name, reason(), log);
  }

  private String reason() {
    try (Stream<String> lines = Files.lines(words)) {
      return lines
          .reduce((first, last) -> last)
          .orElse("its process ended with status " + process.exitValue());
    } catch (IOException | UncheckedIOException e) {
      return "what it said cannot be read: " + e;
    }
  }

  @Override
  public void close() {
    try {
      process.getOutputStream().close();
      if (!process.waitFor(SECONDS, TimeUnit.SECONDS)) {
        process.destroyForcibly().waitFor();
      }
      delete();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      process.destroyForcibly();
      Thread.currentThread().interrupt();
    }
  }

  private void delete() throws IOException {
    try (Stream<Path> all = Files.walk(folder)) {
      List<Path> deepestFirst = all.sorted(Comparator.reverseOrder()).toList();
      for (Path file : deepestFirst) {
        Files.delete(file);
      }
    }
  }
}
