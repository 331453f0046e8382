package org.normscape.experiments.data.own;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import org.normscape.experiments.interchange.Npy;
import org.normscape.experiments.interchange.Npz;
import org.normscape.experiments.interchange.StoredArray;

/** Where arrays of NumPy lie: an archive, or a folder with a file for each. */
public sealed interface ArrayStore {

  /** How the name of an archive ends. */
  String ARCHIVE = ".npz";

  /** How the name of a file with one array ends. */
  String SINGLE = ".npy";

  /** The names of the arrays that are there. */
  List<String> names();

  /**
   * The array of a name that is there.
   *
   * @throws org.normscape.experiments.UserError when it cannot be read
   */
  StoredArray array(String name);

  /** The file that an array lies in. */
  Path path();

  /**
   * The store at a place: the archive itself, the only one in a folder, or the folder.
   *
   * @throws org.normscape.experiments.UserError when there is none
   */
  static ArrayStore at(Path place) {
    if (Files.isRegularFile(place)) {
      return new Archive(place);
    }
    List<Path> archives =
        Place.list(place).stream().filter(path -> path.toString().endsWith(ARCHIVE)).toList();
    if (archives.size() > 1) {
      throw Place.fault(
          place,
          "must hold one file .npz, but it holds %s".formatted(archives.size()),
          "pass the file itself with --data");
    }
    return archives.isEmpty() ? new Folder(place) : new Archive(archives.get(0));
  }

  /** Whether a place looks like a store. */
  static boolean isAt(Path place) {
    if (Files.isDirectory(place)) {
      return Place.list(place).stream()
          .anyMatch(path -> path.toString().endsWith(ARCHIVE) || path.toString().endsWith(SINGLE));
    }
    return Files.isRegularFile(place) && place.toString().endsWith(ARCHIVE);
  }

  /**
   * An archive {@code .npz}.
   *
   * @param path the file
   */
  record Archive(Path path) implements ArrayStore {

    private static final String WHAT = "an archive .npz of NumPy";

    @Override
    public List<String> names() {
      try {
        return Npz.names(path);
      } catch (IOException e) {
        throw Place.unreadable(path, WHAT, e);
      }
    }

    @Override
    public StoredArray array(String name) {
      try {
        return Objects.requireNonNull(Npz.read(path, name::equals).get(name), name);
      } catch (IOException e) {
        throw Place.unreadable(path, WHAT, e);
      }
    }
  }

  /**
   * A folder of files {@code .npy}.
   *
   * @param path the folder
   */
  record Folder(Path path) implements ArrayStore {

    @Override
    public List<String> names() {
      return Place.list(path).stream()
          .map(Place::name)
          .filter(name -> name.endsWith(SINGLE))
          .map(name -> name.substring(0, name.length() - SINGLE.length()))
          .toList();
    }

    @Override
    public StoredArray array(String name) {
      Path file = path.resolve(name + SINGLE);
      try {
        return Npy.read(Files.readAllBytes(file));
      } catch (IOException e) {
        throw Place.unreadable(file, "an array .npy of NumPy", e);
      }
    }
  }
}
