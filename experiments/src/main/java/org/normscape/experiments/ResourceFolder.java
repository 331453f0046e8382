package org.normscape.experiments;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;

/**
 * A folder of texts that comes with the program, in a jar or beside its classes.
 *
 * @param path where it is on the class path, such as {@code /experiments}
 * @param suffix what the names of its files end with
 */
public record ResourceFolder(String path, String suffix) {

  /** The names of its files without the suffix, in alphabetical order. */
  public List<String> names() {
    URL folder = Objects.requireNonNull(ResourceFolder.class.getResource(path), path);
    try {
      URI place = folder.toURI();
      if (!"jar".equals(place.getScheme())) {
        return names(Path.of(place));
      }
      try (FileSystem jar = FileSystems.newFileSystem(place, Map.of())) {
        return names(jar.getPath(path));
      }
    } catch (IOException | URISyntaxException e) {
      throw new IllegalStateException("The files that come with us cannot be listed: " + folder, e);
    }
  }

  private List<String> names(Path folder) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files
          .map(file -> file.getFileName().toString())
          .filter(file -> file.endsWith(suffix))
          .map(file -> file.substring(0, file.length() - suffix.length()))
          .sorted()
          .toList();
    }
  }

  /** What stands in a file that {@link #names()} lists. */
  public String text(String name) {
    String file = path + "/" + name + suffix;
    try (InputStream stream = ResourceFolder.class.getResourceAsStream(file)) {
      if (stream == null) {
        throw new IllegalStateException("A file that is listed is there: " + file);
      }
      return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new IllegalStateException("A file that comes with us cannot be read: " + file, e);
    }
  }
}
