package org.normscape.experiments.interchange;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

/** Named arrays in the format {@code .npz} of NumPy: a zip archive with one {@code .npy} each. */
public final class Npz {

  private static final String ENDING = ".npy";

  private Npz() {}

  /**
   * The names of the arrays in a file, in its order.
   *
   * @throws IOException when it is no zip archive
   */
  public static List<String> names(Path file) throws IOException {
    try (ZipFile zip = new ZipFile(file.toFile())) {
      List<String> names = new ArrayList<>();
      zip.stream().map(Npz::name).forEach(names::add);
      return names;
    }
  }

  /**
   * Those arrays in a file that are wanted, in its order.
   *
   * @param isWanted whether an array of this name is read
   * @throws IOException when it is no zip archive, or a wanted array cannot be read
   */
  public static Map<String, StoredArray> read(Path file, Predicate<String> isWanted)
      throws IOException {
    Map<String, StoredArray> arrays = new LinkedHashMap<>();
    try (ZipFile zip = new ZipFile(file.toFile())) {
      for (ZipEntry entry : zip.stream().toList()) {
        if (isWanted.test(name(entry))) {
          arrays.put(name(entry), array(zip, entry));
        }
      }
    }
    return arrays;
  }

  private static StoredArray array(ZipFile zip, ZipEntry entry) throws IOException {
    try (InputStream in = zip.getInputStream(entry)) {
      return Npy.read(in.readAllBytes());
    } catch (IOException e) {
      throw new IOException("its array \"%s\": %s".formatted(name(entry), e.getMessage()), e);
    }
  }

  private static String name(ZipEntry entry) {
    String name = entry.getName();
    return name.endsWith(ENDING) ? name.substring(0, name.length() - ENDING.length()) : name;
  }
}
