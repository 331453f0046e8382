package org.normscape.experiments.run;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.normscape.experiments.run.file.Extent;
import org.normscape.experiments.run.file.Json;

/**
 * {@code task.json} in the folder of a task: what has become of it.
 *
 * @param state in a word
 * @param reason why it failed, or ended before its last step, in a sentence
 * @param updates how many updates were made, once it has ended
 * @param seconds how long it took, where that is known
 * @param files how far each of its files goes, by name, once it has ended
 */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record TaskStatus(
    TaskState state,
    @Nullable String reason,
    @Nullable Integer updates,
    @Nullable Double seconds,
    Map<String, Extent> files) {

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final String NAME = "task.json";
  private static final TaskStatus WAITING = of(TaskState.WAITING);

  public TaskStatus {
    files = new TreeMap<>(files == null ? Map.of() : files);
  }

  /** A state of which nothing more is to be said. */
  public static TaskStatus of(TaskState state) {
    return new TaskStatus(state, null, null, null, Map.of());
  }

  /** A task that may go on later, for which so much time was spent. */
  public static TaskStatus of(TaskState state, @Nullable Double seconds) {
    return new TaskStatus(state, null, null, seconds, Map.of());
  }

  /** A task that failed. */
  public static TaskStatus failed(String reason) {
    return new TaskStatus(TaskState.FAILED, reason, null, null, Map.of());
  }

  /** The file in a task's folder. */
  public static Path file(Path folder) {
    return folder.resolve(NAME);
  }

  /**
   * What a task's folder says: that it waits where it says nothing, or what cannot be read. Then it
   * is done again, which is right whatever was there.
   */
  public static TaskStatus read(Path folder) throws IOException {
    Path file = file(folder);
    if (!Files.exists(file)) {
      return WAITING;
    }
    try {
      TaskStatus read = JSON.readValue(Files.readAllBytes(file), TaskStatus.class);
      return read == null || read.state == null ? WAITING : read;
    } catch (JacksonException damaged) {
      return WAITING;
    }
  }

  /** Whether it has ended, and its files are what they were then. */
  public boolean isEnded(Path folder) throws IOException {
    for (Map.Entry<String, Extent> file : files.entrySet()) {
      if (!file.getValue().equals(Extent.of(folder.resolve(file.getKey())))) {
        return false;
      }
    }
    return state.isEnded() && !files.isEmpty();
  }

  /** Writes this into a task's folder. */
  public void write(Path folder) {
    Json.write(file(folder), this);
  }
}
