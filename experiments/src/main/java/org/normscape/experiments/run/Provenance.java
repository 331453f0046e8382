package org.normscape.experiments.run;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.normscape.backend.BackendInfo;
import org.normscape.experiments.run.file.Json;

/**
 * Everything that may have changed the numbers of a run, and how it ended.
 *
 * @param status how far the run has come
 * @param started when it started
 * @param finished when it ended
 * @param command the arguments with which it can be started again
 * @param configSha256 the SHA-256 of the resolved configuration
 * @param configKeys the SHA-256 of each key at its top
 * @param numerics what was promised of the numbers
 * @param backend what computed them: name, version, device and details
 * @param data what each cell was trained and tested on
 * @param seeds the seeds
 * @param environment the machine and the software around the backend
 * @param digest the SHA-256 of everything that was measured, once that is all
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Provenance(
    Status status,
    String started,
    @Nullable String finished,
    List<String> command,
    String configSha256,
    Map<String, String> configKeys,
    String numerics,
    Map<String, String> backend,
    Map<String, Data> data,
    List<Long> seeds,
    Map<String, String> environment,
    @Nullable String digest) {

  /**
   * What a cell was trained and tested on.
   *
   * @param name the name of the data set
   * @param source where it came from, in words
   * @param trainExamples how many examples it was trained on
   * @param testExamples how many examples there were to test on
   * @param sha256 the SHA-256 of each file or part
   */
  public record Data(
      String name,
      String source,
      int trainExamples,
      int testExamples,
      Map<String, String> sha256) {}

  public Provenance {
    command = List.copyOf(command);
    seeds = List.copyOf(seeds);
  }

  /** A backend as provenance keeps it. */
  public static Map<String, String> describe(BackendInfo info) {
    Map<String, String> described = new LinkedHashMap<>();
    described.put("name", info.name());
    described.put("version", info.version());
    described.put("device", info.device().toString());
    described.putAll(info.details());
    return described;
  }

  /** The same run, which has measured this and ended now. */
  public Provenance completed(Instant when, String digest) {
    return ended(Status.COMPLETE, when, digest);
  }

  /** The same run, ended now before it was complete. */
  public Provenance broken(Status how, Instant when) {
    return ended(how, when, null);
  }

  private Provenance ended(Status how, Instant when, @Nullable String digest) {
    return new Provenance(
        how,
        started,
        when.toString(),
        command,
        configSha256,
        configKeys,
        numerics,
        backend,
        data,
        seeds,
        environment,
        digest);
  }

  /** Writes this into a run's folder, in place of what stood there. */
  public void write(RunDirectory run) {
    Json.write(run.provenance(), this);
  }
}
