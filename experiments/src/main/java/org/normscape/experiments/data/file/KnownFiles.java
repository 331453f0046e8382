package org.normscape.experiments.data.file;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.normscape.experiments.UserError;
import org.normscape.experiments.data.DataFolder;

/**
 * The files of a data set, by which its folder is known and every byte of it is checked.
 *
 * @param title what they are, in words
 * @param folder the usual name of their folder
 * @param way how they are to be had, as a remedy
 * @param files the files
 * @param others what a folder holds in their place when a file of this name is in it
 */
public record KnownFiles(
    String title, String folder, String way, List<KnownFile> files, Map<String, String> others) {

  public KnownFiles {
    files = List.copyOf(files);
    others = Map.copyOf(others);
  }

  /** The file of this name, if it is one of these. */
  public Optional<KnownFile> named(String name) {
    return files.stream().filter(file -> file.name().equals(name)).findFirst();
  }

  /** The SHA-256 of each file by its name. */
  public Map<String, String> sha256() {
    return files.stream().collect(Collectors.toMap(KnownFile::name, KnownFile::sha256));
  }

  /** Whether one of the files at least is in a folder, or in the usual one in it. */
  public boolean areIn(DataFolder given) {
    Path place = place(given).path();
    return files.stream().anyMatch(file -> file.in(place).isPresent());
  }

  /** Whether a folder has a file of this name, and it is the one that is known. */
  public boolean holds(DataFolder given, String name) {
    Path place = place(given).path();
    return named(name)
        .filter(file -> file.in(place).filter(path -> isWhole(file, path)).isPresent())
        .isPresent();
  }

  /** A file that cannot be read is not known: whoever reads it says so. */
  private static boolean isWhole(KnownFile file, Path path) {
    try {
      return file.fault(file.read(path)).isEmpty();
    } catch (IOException e) {
      return false;
    }
  }

  /**
   * Whether a folder has a file by which another data set, which is taken for this one, is known.
   */
  public boolean isMistaken(DataFolder given) {
    return given.exists() && holds(place(given).path()).isPresent();
  }

  /**
   * Looks whether the files are there and as long as they should be, without reading them.
   *
   * @throws UserError when a folder cannot be these files
   */
  public void check(DataFolder given) {
    if (!given.exists()) {
      String state = Files.exists(given.path()) ? "is a file" : "does not exist";
      throw unusable(given, "must be a folder, but \"%s\" %s".formatted(given.path(), state));
    }
    Path place = place(given).path();
    if (!areIn(given)) {
      holds(place)
          .ifPresent(
              what -> {
                throw unusable(
                    given, "must be %s, but \"%s\" holds %s".formatted(title, place, what));
              });
    }
    for (KnownFile file : files) {
      checkLength(given, file, find(given, place, file));
    }
  }

  /**
   * Reads and checks every file.
   *
   * @param given their folder, or the one above it
   * @return the bytes of each file by its name, in the order of the files
   * @throws UserError when a file is missing, cut short, another one or not readable
   */
  public Map<String, byte[]> read(DataFolder given) {
    check(given);
    Path place = place(given).path();
    Map<String, byte[]> contents = new LinkedHashMap<>();
    for (KnownFile file : files) {
      contents.put(file.name(), read(given, file, find(given, place, file)));
    }
    return contents;
  }

  private byte[] read(DataFolder given, KnownFile file, Path path) {
    try {
      byte[] content = file.read(path);
      file.fault(content)
          .ifPresent(
              fault -> {
                String verdict = "it is damaged or not of " + title;
                throw unusable(given, "\"%s\" %s: %s".formatted(path, fault, verdict));
              });
      return content;
    } catch (IOException e) {
      throw unreadable(given, path, e);
    }
  }

  private void checkLength(DataFolder given, KnownFile file, Path path) {
    try {
      if (path.endsWith(file.name()) && Files.size(path) != file.length()) {
        throw unusable(
            given,
            "\"%s\" must have %s bytes, but it has %s"
                .formatted(path, file.length(), Files.size(path)));
      }
    } catch (IOException e) {
      throw unreadable(given, path, e);
    }
  }

  private UserError unreadable(DataFolder given, Path path, IOException e) {
    UserError error =
        unusable(given, "every file must be readable, but \"%s\" is not (%s)".formatted(path, e));
    error.addSuppressed(e);
    return error;
  }

  private Path find(DataFolder given, Path place, KnownFile file) {
    return file.in(place)
        .orElseThrow(
            () ->
                unusable(
                    given,
                    "%s must have %s files, %s to %s, but \"%s\" is missing"
                        .formatted(
                            title,
                            files.size(),
                            files.get(0).name(),
                            files.get(files.size() - 1).name(),
                            place.resolve(file.name()))));
  }

  /** The folder itself, or the usual one in it. */
  private DataFolder place(DataFolder given) {
    DataFolder inner = given.resolve(folder);
    return inner.exists() ? inner : given;
  }

  private Optional<String> holds(Path place) {
    return others.entrySet().stream()
        .filter(other -> Files.exists(place.resolve(other.getKey())))
        .map(Map.Entry::getValue)
        .findFirst();
  }

  private UserError unusable(DataFolder given, String fault) {
    return given.unusable(title, way, fault);
  }
}
