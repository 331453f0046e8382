package org.normscape.experiments.certify;

import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.normscape.experiments.Sha256;

/**
 * The certificates in the user's cache, one file for each key: a line with the SHA-256 of the rest,
 * and JSON. A file that is damaged, or of another format, counts as none.
 *
 * @param folder where they are
 */
public record Certificates(Path folder) {

  private static final JsonMapper MAPPER =
      JsonMapper.builder().disable(MapperFeature.AUTO_DETECT_IS_GETTERS).build();

  private static final int NAME = 16;

  /** The certificates in a user's cache. */
  public static Certificates in(Path cache) {
    return new Certificates(cache.resolve("certificates"));
  }

  /** Certificates as a text of JSON. */
  public static String json(List<KeptCertificate> certificates) throws IOException {
    return MAPPER
            .writerWithDefaultPrettyPrinter()
            .writeValueAsString(Map.of("certificates", certificates))
        + "\n";
  }

  /** The certificate for a key, if there is one. */
  public Optional<KeptCertificate> find(Map<String, String> key) {
    try {
      String text = Files.readString(file(key));
      int end = text.indexOf('\n');
      String rest = text.substring(end + 1);
      if (end < 0 || !text.substring(0, end).equals(hash(rest))) {
        return Optional.empty();
      }
      return Optional.of(MAPPER.readValue(rest, KeptCertificate.class))
          .filter(kept -> kept.key().equals(key));
    } catch (IOException e) {
      return Optional.empty();
    }
  }

  /**
   * Keeps a certificate, unless a fuller one passed as well; readers see the old file or the new
   * one.
   */
  public void keep(KeptCertificate certificate) throws IOException {
    if (!find(certificate.key()).map(certificate::outweighs).orElse(true)) {
      return;
    }
    String rest = MAPPER.writerWithDefaultPrettyPrinter().writeValueAsString(certificate);
    Files.createDirectories(folder);
    Path beside = Files.createTempFile(folder, "new-", ".certificate");
    try {
      Files.writeString(beside, hash(rest) + "\n" + rest);
      Files.move(
          beside,
          file(certificate.key()),
          StandardCopyOption.REPLACE_EXISTING,
          StandardCopyOption.ATOMIC_MOVE);
    } finally {
      Files.deleteIfExists(beside);
    }
  }

  private Path file(Map<String, String> key) throws IOException {
    String text = MAPPER.writeValueAsString(new TreeMap<>(key));
    return folder.resolve(hash(text).substring(0, NAME) + ".certificate");
  }

  private static String hash(String text) {
    return Sha256.of(text.getBytes(StandardCharsets.UTF_8));
  }
}
