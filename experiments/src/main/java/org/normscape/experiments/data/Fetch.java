package org.normscape.experiments.data;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.zip.GZIPInputStream;
import org.normscape.experiments.UserError;

/**
 * Brings CIFAR-10 from its home page into a folder: downloaded, unpacked, checked, and only then
 * put in place.
 *
 * @param source where the archive is
 * @param folder where the files go
 */
public record Fetch(URI source, Path folder) {

  /** Is told how far a download is. */
  @FunctionalInterface
  public interface Listener {

    /**
     * Some bytes came.
     *
     * @param have how many there are now
     * @param total how many there will be; 0 when the server does not say
     */
    void received(long have, long total);
  }

  /** The archive on the home page of the data set. */
  public static final URI HOME =
      URI.create("https://www.cs.toronto.edu/~kriz/cifar-10-binary.tar.gz");

  /**
   * Brings the data set; an interrupted download goes on where it stopped.
   *
   * @param listener told how far the download is
   * @throws UserError when the archive cannot be had, written or is not CIFAR-10
   */
  public void run(Listener listener) {
    Path parent = folder.toAbsolutePath().getParent();
    Path archive = folder.resolveSibling("cifar-10-binary.tar.gz.part");
    try {
      Files.createDirectories(parent);
      Download.run(source, archive, listener);
      Path unpacked = Files.createTempDirectory(parent, "unpacked-");
      try {
        unpack(archive, unpacked);
        place(unpacked);
      } finally {
        delete(unpacked);
      }
      Files.delete(archive);
    } catch (IOException e) {
      throw UserError.failure(
          "fetch: \"%s\" must be writable, but it is not (%s). To fix: free space, or set XDG_CACHE_HOME to another folder."
              .formatted(parent, e.getMessage()),
          e);
    }
  }

  private void unpack(Path archive, Path target) throws IOException {
    try (InputStream in =
        new GZIPInputStream(new BufferedInputStream(Files.newInputStream(archive)))) {
      Tar.extract(in, Cifar10.FILES.keySet(), target);
      Cifar10.load(target);
    } catch (IOException | UserError e) {
      Files.delete(archive);
      throw UserError.failure(
          "fetch: %s must be CIFAR-10's binary version, but what came is not: %s To fix: run the command again, which starts afresh."
              .formatted(source, e.getMessage()),
          e);
    }
  }

  private void place(Path unpacked) throws IOException {
    Files.createDirectories(folder);
    for (String file : Cifar10.FILES.keySet()) {
      Files.move(unpacked.resolve(file), folder.resolve(file), StandardCopyOption.REPLACE_EXISTING);
    }
  }

  private static void delete(Path directory) throws IOException {
    for (String file : Cifar10.FILES.keySet()) {
      Files.deleteIfExists(directory.resolve(file));
    }
    Files.delete(directory);
  }
}
