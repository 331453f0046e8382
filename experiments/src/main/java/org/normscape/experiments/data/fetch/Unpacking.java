package org.normscape.experiments.data.fetch;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import org.normscape.experiments.data.file.KnownFile;
import org.normscape.experiments.data.file.KnownFiles;

/** Takes the files of a data set out of an archive, each once it was checked. */
record Unpacking(KnownFiles files, Path archive, Path target) {

  /**
   * Writes the files into the folder.
   *
   * @throws DamagedArchive when they are not in the archive, whole and right
   * @throws IOException when they cannot be written
   */
  void run() throws IOException {
    Set<String> seen = new HashSet<>();
    try (Tar tar = Tar.open(archive)) {
      for (Optional<Tar.Entry> e = tar.next(); e.isPresent(); e = tar.next()) {
        Tar.Entry entry = e.get();
        seen.add(entry.name());
        Optional<KnownFile> known = files.named(entry.name());
        if (known.isPresent()) {
          Files.write(target.resolve(known.get().name()), checked(tar, entry, known.get()));
        }
      }
    }
    for (KnownFile file : files.files()) {
      if (!seen.contains(file.name())) {
        throw new DamagedArchive(missing(file, seen), null);
      }
    }
  }

  private static byte[] checked(Tar tar, Tar.Entry entry, KnownFile file) throws DamagedArchive {
    if (!entry.isFile() || entry.size() != file.length()) {
      throw new DamagedArchive(
          "\"%s\" must be a file of %s bytes, but it has %s"
              .formatted(file.name(), file.length(), entry.size()),
          null);
    }
    byte[] content = tar.content(entry);
    Optional<String> fault = file.fault(content);
    if (fault.isPresent()) {
      throw new DamagedArchive("\"%s\" %s".formatted(file.name(), fault.get()), null);
    }
    return content;
  }

  private String missing(KnownFile file, Set<String> seen) {
    return files.others().entrySet().stream()
        .filter(other -> seen.contains(other.getKey()))
        .map(other -> "it holds " + other.getValue())
        .findFirst()
        .orElse("\"%s\" is missing in it".formatted(file.name()));
  }
}
