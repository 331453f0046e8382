package org.normscape.experiments.run;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.normscape.backend.Backend;
import org.normscape.backend.audit.AuditedBackend;
import org.normscape.backend.audit.Choice;
import org.normscape.experiments.UserError;
import org.normscape.experiments.run.file.Json;

/**
 * The native kernels that computed a run: the method of each call, and what an audit found.
 *
 * @param kernels one for each call, in the order of their texts; none where nothing was audited
 */
public record KernelRecord(List<Choice> kernels) {

  public KernelRecord {
    kernels = List.copyOf(kernels);
  }

  /** What a backend has used so far. */
  public static KernelRecord of(Backend backend) {
    return backend instanceof AuditedBackend audited
        ? new KernelRecord(
            audited.choices().stream().sorted(Comparator.comparing(Choice::call)).toList())
        : new KernelRecord(List.of());
  }

  /** Has a backend take these over, where it is audited and has not made these choices itself. */
  public void into(Backend backend) {
    if (backend instanceof AuditedBackend audited) {
      audited.adopt(kernels);
    }
  }

  /** By call, the name of the method that was chosen. */
  public Map<String, String> methods() {
    return kernels.stream().collect(Collectors.toMap(Choice::call, Choice::method));
  }

  /** Writes this into a run's folder; one thread at a time. */
  public void write(RunDirectory run) {
    synchronized (KernelRecord.class) {
      Json.write(run.kernels(), this);
    }
  }

  /**
   * The methods of a run, from call to method.
   *
   * @throws UserError when the folder holds none
   */
  public static Map<String, String> read(Path run) {
    Path file = new RunDirectory(run).kernels();
    try {
      return parse(Files.readAllBytes(file)).methods();
    } catch (IOException e) {
      throw UserError.usage(
          "--methods: must name the folder of a run with its kernels.json, but %s cannot be read (%s). To fix: name a run of this version."
              .formatted(file, e));
    }
  }

  /**
   * Reads what was written.
   *
   * @throws IOException when it is something else
   */
  public static KernelRecord parse(byte[] json) throws IOException {
    return new ObjectMapper().readValue(json, KernelRecord.class);
  }
}
