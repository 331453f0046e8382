package org.normscape.experiments.cluster.spark;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/**
 * The files of a kit, with their hashes. Folders of the class path are packed into jars.
 *
 * @param classPath the class path, in order
 * @param jars what the user adds to it
 * @param data the files of the data's folder
 */
record Luggage(List<Parcel> classPath, List<Parcel> jars, List<Parcel> data) {

  /**
   * Packs a kit.
   *
   * @param folder where jars of folders are put
   */
  static Luggage of(Kit kit, Path folder) throws IOException {
    List<Parcel> data = new ArrayList<>();
    if (kit.data().isPresent()) {
      Path root = kit.data().get();
      for (Path file : files(root)) {
        data.add(Parcel.of(name(root, file), file));
      }
    }
    return new Luggage(packed(kit.classPath(), folder), packed(kit.jars(), folder), data);
  }

  private static List<Parcel> packed(List<Path> entries, Path folder) throws IOException {
    List<Parcel> packed = new ArrayList<>();
    for (Path entry : entries) {
      if (Files.isDirectory(entry)) {
        packed.add(Parcel.of("classes.jar", jar(entry, folder)));
      } else if (Files.exists(entry)) {
        packed.add(Parcel.of(String.valueOf(entry.getFileName()), entry));
      }
    }
    return packed;
  }

  /** The same bits for the same files: entries are sorted and have one time. */
  private static Path jar(Path classes, Path folder) throws IOException {
    Path jar = Files.createTempFile(folder, "classes", ".jar");
    try (ZipOutputStream out = new ZipOutputStream(Files.newOutputStream(jar))) {
      for (Path file : files(classes)) {
        ZipEntry entry = new ZipEntry(name(classes, file));
        entry.setLastModifiedTime(FileTime.fromMillis(0));
        out.putNextEntry(entry);
        Files.copy(file, out);
        out.closeEntry();
      }
    }
    return jar;
  }

  private static List<Path> files(Path root) throws IOException {
    try (Stream<Path> all = Files.walk(root)) {
      return all.filter(Files::isRegularFile).sorted().toList();
    }
  }

  private static String name(Path root, Path file) {
    return root.relativize(file).toString().replace('\\', '/');
  }

  /** All files, by the SHA-256 of what they hold. */
  Map<String, Path> byHash() {
    Map<String, Path> files = new LinkedHashMap<>();
    Stream.of(classPath, jars, data)
        .flatMap(List::stream)
        .forEach(parcel -> files.put(parcel.extent().sha256(), parcel.path()));
    return files;
  }
}
