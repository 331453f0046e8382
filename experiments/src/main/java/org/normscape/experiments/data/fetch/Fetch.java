package org.normscape.experiments.data.fetch;

import java.io.IOException;
import java.net.URI;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Objects;
import java.util.Optional;
import org.normscape.experiments.UserError;
import org.normscape.experiments.data.file.KnownFile;
import org.normscape.experiments.data.file.KnownFiles;

/**
 * Brings a data set into a folder: downloaded, unpacked, checked, and only then put in place.
 *
 * @param files what must be in the archive
 * @param source where the archive is, packed by tar and gzip
 * @param folder where the files go
 */
public record Fetch(KnownFiles files, URI source, Path folder) {

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

  /**
   * Brings the data set; an interrupted download goes on where it stopped. Where what comes of that
   * is no good, it begins again.
   *
   * @param listener told how far the download is
   * @throws UserError when the archive cannot be had or written, or is another one
   */
  public void run(Listener listener) {
    try {
      prepare();
      boolean resumed = Files.exists(archive());
      Optional<DamagedArchive> problem = attempt(listener);
      if (problem.isPresent() && resumed) {
        problem = attempt(listener);
      }
      if (problem.isPresent()) {
        throw UserError.failure(
            "fetch: %s must be %s, packed by tar and gzip, but of what came %s. To fix: see that the address is right, and run the command again, which starts afresh."
                .formatted(source, files.title(), problem.get().fault()),
            problem.get());
      }
    } catch (IOException e) {
      throw UserError.failure(
          "fetch: \"%s\" must be a folder that can be written, but it is not (%s). To fix: free space, take away what is in the way, or set XDG_CACHE_HOME to another folder."
              .formatted(parent(), e),
          e);
    }
  }

  private Path parent() {
    return Objects.requireNonNull(folder.toAbsolutePath().getParent());
  }

  private Path archive() {
    return parent().resolve(folder.getFileName() + ".tar.gz.part");
  }

  private Path unpacked() {
    return parent().resolve(folder.getFileName() + ".unpacked");
  }

  private void prepare() throws IOException {
    Files.createDirectories(parent());
    for (Path file : new Path[] {archive(), folder}) {
      boolean mayStay = file.equals(folder) ? Files.isDirectory(file) : Files.isRegularFile(file);
      if (Files.exists(file) && !mayStay) {
        throw new FileAlreadyExistsException(file.toString());
      }
    }
  }

  /**
   * Downloads and places the files, and says what is wrong with the archive, which is then gone.
   */
  private Optional<DamagedArchive> attempt(Listener listener) throws IOException {
    Download.run(source, archive(), listener);
    try {
      empty(unpacked());
      Files.createDirectories(unpacked());
      new Unpacking(files, archive(), unpacked()).run();
      place();
    } catch (DamagedArchive e) {
      Files.delete(archive());
      return Optional.of(e);
    } finally {
      empty(unpacked());
    }
    Files.delete(archive());
    return Optional.empty();
  }

  private void place() throws IOException {
    Files.createDirectories(folder);
    for (KnownFile file : files.files()) {
      Files.move(
          unpacked().resolve(file.name()),
          folder.resolve(file.name()),
          StandardCopyOption.REPLACE_EXISTING);
    }
  }

  private void empty(Path directory) throws IOException {
    for (KnownFile file : files.files()) {
      Files.deleteIfExists(directory.resolve(file.name()));
    }
    Files.deleteIfExists(directory);
  }
}
