package org.normscape.experiments.run.checkpoint;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.normscape.experiments.Sha256;
import org.normscape.experiments.interchange.SafeTensors;
import org.normscape.experiments.run.file.Extent;
import org.normscape.experiments.run.file.Json;
import org.normscape.experiments.run.file.WholeFile;

/**
 * The checkpoints of one task, in the folder {@code checkpoints} of its folder: {@code
 * <updates>.safetensors} holds the arrays, {@code <updates>.json} all else and the checksums of
 * both. It is written last, so that a checkpoint is there whole or not at all.
 *
 * @param folder where they are
 * @param beside the folder of the files to which the task appends
 */
public record Checkpoints(Path folder, Path beside) {

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final String NOTE = ".json";
  private static final String ARRAYS = ".safetensors";

  /**
   * A checkpoint, and how far the files of its task went when it was made.
   *
   * @param checkpoint the state of the task
   * @param files how far each file went, by its name
   */
  public record Found(Checkpoint checkpoint, Map<String, Extent> files) {}

  /** A note as it is kept, with its own checksum. */
  private record Sealed(Note note, String sha256) {
    static Sealed of(Note note) {
      return new Sealed(note, Sha256.of(Json.line(note).getBytes(StandardCharsets.UTF_8)));
    }
  }

  /** Those of the task with this folder. */
  public static Checkpoints of(Path task) {
    return new Checkpoints(task.resolve("checkpoints"), task);
  }

  /**
   * Puts a checkpoint on the disk, and takes away the oldest ones.
   *
   * @param files how far each of the files goes to which the task appends
   * @param keep how many are kept
   */
  public void write(Checkpoint checkpoint, Map<String, Extent> files, int keep) {
    MessageDigest digest = Sha256.digest();
    try {
      Files.createDirectories(folder);
      WholeFile.write(
          file(checkpoint.updates(), ARRAYS),
          out -> writeArrays(checkpoint, new DigestOutputStream(out, digest)));
      Note note =
          new Note(
              checkpoint.updates(),
              checkpoint.diverged(),
              Sha256.hex(digest),
              new TreeMap<>(files));
      Json.write(file(checkpoint.updates(), NOTE), Sealed.of(note));
      for (int old : numbers().stream().skip(keep).toList()) {
        delete(old);
      }
    } catch (IOException e) {
      throw Json.unwritable(folder, e);
    }
  }

  private static void writeArrays(Checkpoint checkpoint, OutputStream out) throws IOException {
    Map<String, String> metadata = Map.of("updates", String.valueOf(checkpoint.updates()));
    SafeTensors.write(checkpoint.arrays(), metadata, out);
  }

  /**
   * The newest checkpoint that is whole, and whose task's files are as they were when it was made;
   * none where there is no such one.
   *
   * @param notices takes a sentence for each that is damaged
   */
  public Optional<Found> newest(Consumer<String> notices) {
    for (int updates : numbers()) {
      try {
        return Optional.of(read(updates));
      } catch (IOException e) {
        notices.accept(
            "%s is damaged (%s); the one before it is used"
                .formatted(file(updates, NOTE), String.valueOf(e.getMessage())));
      }
    }
    return Optional.empty();
  }

  private Found read(int updates) throws IOException {
    Note note = note(updates);
    Path arrays = file(updates, ARRAYS);
    if (!Extent.of(arrays).sha256().equals(note.arrays())) {
      throw new IOException("the checksum of its arrays is another");
    }
    for (Map.Entry<String, Extent> entry : note.files().entrySet()) {
      if (!entry.getValue().fits(beside.resolve(entry.getKey()))) {
        throw new IOException("%s is not what it was then".formatted(entry.getKey()));
      }
    }
    return new Found(
        new Checkpoint(note.updates(), note.diverged(), SafeTensors.read(arrays)), note.files());
  }

  private Note note(int updates) throws IOException {
    try {
      Sealed sealed = JSON.readValue(Files.readAllBytes(file(updates, NOTE)), Sealed.class);
      if (sealed != null && sealed.equals(Sealed.of(sealed.note()))) {
        return sealed.note();
      }
    } catch (JacksonException e) {
      throw new IOException("it is not the JSON that was written", e);
    }
    throw new IOException("its checksum is another");
  }

  /** Takes all of them away. */
  public void clear() {
    try {
      if (Files.exists(folder)) {
        try (Stream<Path> files = Files.list(folder)) {
          for (Path file : files.toList()) {
            Files.delete(file);
          }
        }
        Files.delete(folder);
      }
    } catch (IOException e) {
      throw Json.unwritable(folder, e);
    }
  }

  private void delete(int updates) throws IOException {
    Files.deleteIfExists(file(updates, NOTE));
    Files.deleteIfExists(file(updates, ARRAYS));
  }

  /** After how many updates there are checkpoints, the newest first. */
  private List<Integer> numbers() {
    if (!Files.isDirectory(folder)) {
      return List.of();
    }
    try (Stream<Path> files = Files.list(folder)) {
      return files
          .map(file -> String.valueOf(file.getFileName()))
          .filter(name -> name.matches("\\d{1,9}[.]json"))
          .map(name -> Integer.valueOf(name.replace(NOTE, "")))
          .sorted(Comparator.reverseOrder())
          .toList();
    } catch (IOException e) {
      throw Json.unwritable(folder, e);
    }
  }

  private Path file(int updates, String ending) {
    return folder.resolve(String.format(Locale.ROOT, "%08d%s", updates, ending));
  }
}
