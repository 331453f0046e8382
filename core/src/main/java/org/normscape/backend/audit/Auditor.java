package org.normscape.backend.audit;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.normscape.backend.Backend;
import org.normscape.backend.BackendInfo;
import org.normscape.backend.Backends;
import org.normscape.backend.Device;
import org.normscape.backend.UserCache;

/**
 * How backends are audited.
 *
 * @param audit when
 * @param folder where what is found is kept, a file for each library version and processor
 * @param pinned from call to the name of a method that is to be used whatever is faster, as {@link
 *     Choice} spells them
 * @param notices takes one sentence for each kernel that is wrong
 */
public record Auditor(
    Audit audit, Path folder, Map<String, String> pinned, Consumer<String> notices) {

  /** What audits compare and how: another number, and what was found before does not count. */
  private static final String EDITION = "3";

  public Auditor {
    pinned = Map.copyOf(pinned);
  }

  /** The auditor that keeps what it finds in the user's cache folder, and logs what is wrong. */
  public static Auditor ofUser(Audit audit) {
    System.Logger logger = System.getLogger(Auditor.class.getName());
    return new Auditor(
        audit,
        folder(System.getenv(), Path.of(System.getProperty("user.home", "."))),
        Map.of(),
        sentence -> logger.log(System.Logger.Level.WARNING, sentence));
  }

  /** Where what is found is kept, in the user's cache. */
  public static Path folder(Map<String, String> environment, Path home) {
    return UserCache.folder(environment, home).resolve("kernels");
  }

  /** This auditor, for calls whose methods are given. */
  public Auditor pinning(Map<String, String> methods) {
    return new Auditor(audit, folder, methods, notices);
  }

  /** A backend behind an audit; the same backend where it is not audited. */
  public Backend audited(Backend backend) {
    boolean isOracle = backend.info().name().equals(Backends.REFERENCE);
    if (isOracle || (audit == Audit.OFF && pinned.isEmpty())) {
      return backend;
    }
    return new AuditedBackend(
        backend,
        Backends.raw(Backends.REFERENCE, Device.CPU),
        choices(backend.info()),
        pinned,
        notices,
        Load::ofThisMachine);
  }

  /** What was found so far of this backend on this machine. */
  public List<Choice> found(BackendInfo info) {
    return new ChoiceFile(file(info)).all();
  }

  private Choices choices(BackendInfo info) {
    ChoiceFile file = new ChoiceFile(file(info));
    return audit == Audit.ALWAYS ? file.unread() : file;
  }

  /** The file for this backend on this machine. */
  public Path file(BackendInfo info) {
    String facts =
        String.join(
            "\n",
            EDITION,
            info.device().toString(),
            info.details().toString(),
            Processor.ofThisMachine().text());
    return folder.resolve(
        "%s-%s-%s.tsv".formatted(info.name(), info.version(), sha256(facts).substring(0, 12)));
  }

  private static String sha256(String text) {
    try {
      byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("audit: every Java has SHA-256.", e);
    }
  }
}
