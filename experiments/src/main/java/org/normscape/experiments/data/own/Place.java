package org.normscape.experiments.data.own;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.normscape.experiments.UserError;
import org.normscape.experiments.data.DataContext;
import org.normscape.experiments.data.DataFolder;

/** Where data of one's own lies: a folder, or a file where one file holds everything. */
public final class Place {

  private Place() {}

  /**
   * The place that {@code --data} names, else the setting, else {@code NORMSCAPE_DATA}.
   *
   * @param setting the component {@code folder} of a data source
   * @param what what should be there, for the message
   * @throws UserError when none of them names one
   */
  public static DataFolder of(Optional<String> setting, DataContext context, String what) {
    if (context.asked().isEmpty() && setting.isPresent()) {
      return new DataFolder(Path.of(setting.get()), DataFolder.Origin.SETTING);
    }
    return context
        .named()
        .orElseThrow(
            () ->
                UserError.usage(
                    "data: the place of %s must be named, but it is not. To fix: pass it with --data, or set data.source.folder."
                        .formatted(what)));
  }

  /**
   * The error of a file or folder that is not what it must be.
   *
   * @param fault the rule, and how it is broken: {@code must …, but …}
   * @param remedy what to do
   */
  public static UserError fault(Path path, String fault, String remedy) {
    return UserError.failure("data: \"%s\" %s. To fix: %s.".formatted(path, fault, remedy));
  }

  /** The error of a file that cannot be read, or is not of its format. */
  public static UserError unreadable(Path path, String what, IOException e) {
    String reason =
        e instanceof NoSuchFileException ? "there is no such file" : String.valueOf(e.getMessage());
    return UserError.failure(
        "data: \"%s\" must be %s, but %s. To fix: check the path, or write the file again."
            .formatted(path, what, reason),
        e);
  }

  /**
   * What lies in a folder, by name, without what is hidden.
   *
   * @throws UserError when it is no folder, or cannot be read
   */
  public static List<Path> list(Path folder) {
    if (!Files.isDirectory(folder)) {
      throw fault(
          folder,
          "must be a folder, but it " + (Files.exists(folder) ? "is a file" : "does not exist"),
          "check the path");
    }
    try (Stream<Path> entries = Files.list(folder)) {
      return entries
          .filter(path -> !path.getFileName().toString().startsWith("."))
          .sorted()
          .toList();
    } catch (IOException e) {
      throw unreadable(folder, "a folder that can be read", e);
    }
  }

  /** The bytes of a file. */
  public static byte[] bytes(Path file, String what) {
    try {
      return Files.readAllBytes(file);
    } catch (IOException e) {
      throw unreadable(file, what, e);
    }
  }

  /** The last part of a path, by which data is called. */
  public static String name(Path path) {
    return String.valueOf(path.toAbsolutePath().normalize().getFileName());
  }
}
