package org.normscape.places;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The files that workers need, on this machine. One that lies where it lies on the driver's
 * machine, with the same bits, is used there; others are fetched once and kept.
 *
 * @param driver who has them
 */
record Shelf(Driver driver) {

  /** Where files are, as this executor has found out. */
  private static final Map<String, Path> FOUND = new ConcurrentHashMap<>();

  private static final Path ROOT =
      Path.of(
          System.getProperty("java.io.tmpdir"), "normscape-" + System.getProperty("user.name"));

  /** Where these files are. */
  List<String> files(List<Parcel> parcels) throws IOException {
    List<String> files = new ArrayList<>();
    for (Parcel parcel : parcels) {
      Path kept = ROOT.resolve(parcel.sha256()).resolve(parcel.name());
      files.add(file(parcel, Path.of(parcel.path()), kept).toString());
    }
    return files;
  }

  /** A folder with these files: that of the driver's machine, or one of our own. */
  String folder(String path, List<Parcel> parcels) throws IOException {
    boolean isHere = true;
    for (Parcel parcel : parcels) {
      isHere &= holds(Path.of(parcel.path()), parcel);
    }
    if (isHere) {
      return path;
    }
    String all = String.join("\n", parcels.stream().map(Parcel::sha256).toList());
    Path folder = ROOT.resolve(HexFormat.of().toHexDigits(all.hashCode()));
    for (Parcel parcel : parcels) {
      Path kept = folder.resolve(parcel.name());
      file(parcel, kept, kept);
    }
    return folder.toString();
  }

  private Path file(Parcel parcel, Path path, Path kept) throws IOException {
    synchronized (FOUND) {
      if (holds(path, parcel)) {
        return path;
      }
      if (!holds(kept, parcel)) {
        fetch(parcel, kept);
      }
      return kept;
    }
  }

  private void fetch(Parcel parcel, Path kept) throws IOException {
    Files.createDirectories(kept.resolveSibling(""));
    Path beside = Files.createTempFile(kept.resolveSibling(""), "fetched", ".part");
    driver.fetch(parcel.sha256(), beside);
    Files.move(beside, kept, StandardCopyOption.ATOMIC_MOVE);
    if (!holds(kept, parcel)) {
      throw new IOException("%s was fetched, but its SHA-256 is another".formatted(kept));
    }
  }

  /** Whether a file has these bits; each is read once. */
  private static boolean holds(Path file, Parcel parcel) throws IOException {
    if (file.equals(FOUND.get(parcel.sha256()))) {
      return true;
    }
    boolean holds =
        Files.isReadable(file)
            && Files.size(file) == parcel.bytes()
            && sha256(file).equals(parcel.sha256());
    if (holds) {
      FOUND.put(parcel.sha256(), file);
    }
    return holds;
  }

  private static String sha256(Path file) throws IOException {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      try (InputStream in = new DigestInputStream(Files.newInputStream(file), digest)) {
        in.transferTo(OutputStream.nullOutputStream());
      }
      return HexFormat.of().formatHex(digest.digest());
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JDK has SHA-256", e);
    }
  }
}
