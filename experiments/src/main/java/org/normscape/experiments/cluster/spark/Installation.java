package org.normscape.experiments.cluster.spark;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.normscape.experiments.UserError;

/**
 * Spark on this machine.
 *
 * @param folder where the launcher has put Spark's jars, and the program that lends places
 * @param home the user's own Spark, which is used in place of the jars where there is one
 */
public record Installation(Path folder, Optional<Path> home) {

  /** The property in which the launcher says where it has put Spark. */
  public static final String PROPERTY = "normscape.spark";

  private static final String HOME = "SPARK_HOME";

  /** What Spark needs of Java 17 and newer, as its own scripts say it. */
  private static final List<String> OPENED =
      List.of(
          "java.base/java.lang",
          "java.base/java.lang.invoke",
          "java.base/java.lang.reflect",
          "java.base/java.io",
          "java.base/java.net",
          "java.base/java.nio",
          "java.base/java.util",
          "java.base/java.util.concurrent",
          "java.base/java.util.concurrent.atomic",
          "java.base/sun.nio.ch",
          "java.base/sun.nio.cs",
          "java.base/sun.security.action",
          "java.base/sun.util.calendar");

  /**
   * What the launcher has fetched, and what the environment names.
   *
   * @throws UserError when there is nothing
   */
  public static Installation found(Map<String, String> environment) {
    Optional<Path> home =
        Optional.ofNullable(environment.get(HOME)).filter(text -> !text.isBlank()).map(Path::of);
    home.filter(path -> !Files.exists(submit(path)))
        .ifPresent(
            path -> {
              throw UserError.failure(
                  "%s: must name the folder of a Spark, but \"%s\" has no bin/spark-submit. To fix: correct or unset it."
                      .formatted(HOME, path));
            });
    Path folder = Path.of(System.getProperty(PROPERTY, ""));
    Installation found = new Installation(folder, home);
    if (!Files.exists(found.program())) {
      throw UserError.failure(
          "--spark: needs Apache Spark, which does not come with Normscape, but it has not been fetched. To fix: start the script ./normscape, which fetches it the first time, with a connection to Maven Central.");
    }
    return found;
  }

  private static Path submit(Path home) {
    return home.resolve("bin").resolve("spark-submit");
  }

  /** The jar of the program that lends places. */
  Path program() {
    return folder.resolve("normscape-places.jar");
  }

  /**
   * How that program is started. Ctrl-C is for the run, which ends it in order: neither Spark nor
   * workers on this machine hear it.
   *
   * @param options what Spark is to know, such as its master
   * @param arguments what the program is to know
   */
  List<String> command(List<String> options, List<String> arguments) {
    List<String> command =
        new ArrayList<>(List.of("/bin/sh", "-c", "trap '' INT; exec \"$@\"", "normscape"));
    command.addAll(home.map(path -> List.of(submit(path).toString())).orElseGet(this::fetched));
    command.addAll(options);
    command.addAll(List.of("--class", "org.normscape.places.Places", program().toString()));
    command.addAll(arguments);
    return command;
  }

  private List<String> fetched() {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    OPENED.forEach(name -> command.add("--add-opens=%s=ALL-UNNAMED".formatted(name)));
    command.addAll(List.of("-cp", folder.resolve("jars") + "/*"));
    command.add("org.apache.spark.deploy.SparkSubmit");
    return command;
  }
}
