package org.normscape.experiments.data.own;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;

/**
 * Pictures in a folder that has a sub-folder for each class, or such folders for training and for
 * testing.
 *
 * @param path the folder
 */
public record PictureFolder(Path path) {

  private static final Set<String> TRAIN = Set.of("train", "training");
  private static final Set<String> TEST = Set.of("test", "testing", "val", "valid", "validation");

  /**
   * A picture and its class.
   *
   * @param file the file
   * @param label the name of the class
   */
  public record Labelled(Path file, String label) {}

  /** Whether there are pictures one or two folders down. */
  public boolean hasPictures() {
    return Files.isDirectory(path)
        && subfolders(path).stream()
            .anyMatch(
                folder ->
                    hasPicture(folder)
                        || subfolders(folder).stream().anyMatch(PictureFolder::hasPicture));
  }

  /** The folder of the pictures to train on, where it is another one than of those to test on. */
  public Optional<Path> train() {
    return named(TRAIN);
  }

  /** The folder of the pictures to test on, where there is one. */
  public Optional<Path> test() {
    return named(TEST);
  }

  private Optional<Path> named(Set<String> names) {
    return subfolders(path).stream()
        .filter(folder -> names.contains(Place.name(folder).toLowerCase(Locale.ROOT)))
        .findFirst();
  }

  /**
   * The pictures in the sub-folders of a folder, by class and by name.
   *
   * @throws org.normscape.experiments.UserError when there are none, or something else lies there
   */
  public static List<Labelled> pictures(Path folder) {
    List<Labelled> pictures = new ArrayList<>();
    for (Path entry : Place.list(folder)) {
      if (!Files.isDirectory(entry)) {
        throw Place.fault(
            entry,
            "must lie in the sub-folder of its class, but it lies beside the sub-folders",
            "make a sub-folder for each class, and put nothing else beside them");
      }
      pictures.addAll(ofClass(entry));
    }
    if (pictures.isEmpty()) {
      throw Place.fault(
          folder,
          "must have a sub-folder with pictures for each class, but it is empty",
          "check the path");
    }
    return pictures;
  }

  private static List<Labelled> ofClass(Path folder) {
    List<Labelled> pictures = new ArrayList<>();
    for (Path file : Place.list(folder)) {
      if (!PictureFile.isNamedSo(file)) {
        throw Place.fault(
            file,
            "must be a picture whose name ends in .png, .jpg or .jpeg, but it is not",
            "take it out of the folder");
      }
      pictures.add(new Labelled(file, Place.name(folder)));
    }
    if (pictures.isEmpty()) {
      throw Place.fault(
          folder,
          "must hold the pictures of a class, but it is empty",
          "add pictures, or remove the folder");
    }
    return pictures;
  }

  /** Some of these pictures, by their places. */
  public static List<Labelled> taken(List<Labelled> pictures, int[] order) {
    return Arrays.stream(order).mapToObj(pictures::get).toList();
  }

  private static boolean hasPicture(Path folder) {
    return Place.list(folder).stream().anyMatch(PictureFile::isNamedSo);
  }

  private static List<Path> subfolders(Path folder) {
    return Place.list(folder).stream().filter(Files::isDirectory).toList();
  }

  /** The numbers of the classes of these pictures. */
  static int[] labels(List<Labelled> pictures, Classes classes) {
    return IntStream.range(0, pictures.size())
        .map(
            i ->
                classes.number("\"%s\"".formatted(pictures.get(i).file()), pictures.get(i).label()))
        .toArray();
  }
}
