package org.normscape.experiments.data.file;

import java.io.IOException;
import java.io.InputStream;
import java.util.LinkedHashMap;
import java.util.Map;
import org.normscape.experiments.UserError;

/**
 * Files that come with Normscape: in the resources {@code data/<folder>}, packed by gzip, their
 * licences beside them. They are checked like those in a folder.
 */
public final class EmbeddedFiles {

  private EmbeddedFiles() {}

  /**
   * Reads and checks every file.
   *
   * @return the bytes of each file by its name, in the order of the files
   * @throws UserError when one is missing or damaged
   */
  public static Map<String, byte[]> read(KnownFiles files) {
    Map<String, byte[]> contents = new LinkedHashMap<>();
    for (KnownFile file : files.files()) {
      contents.put(file.name(), read(files, file));
    }
    return contents;
  }

  private static byte[] read(KnownFiles files, KnownFile file) {
    String path = "/data/%s/%s.gz".formatted(files.folder(), file.name());
    try (InputStream in = EmbeddedFiles.class.getResourceAsStream(path)) {
      if (in == null) {
        throw broken(files, path, "is missing");
      }
      byte[] content = file.unpack(in);
      file.fault(content)
          .ifPresent(
              fault -> {
                throw broken(files, path, fault);
              });
      return content;
    } catch (IOException e) {
      UserError error = broken(files, path, "cannot be read (%s)".formatted(e));
      error.addSuppressed(e);
      throw error;
    }
  }

  private static UserError broken(KnownFiles files, String path, String fault) {
    return UserError.failure(
        "data: %s must come with Normscape, but the resource %s of this installation %s. To fix: %s."
            .formatted(files.title(), path, fault, files.way()));
  }
}
