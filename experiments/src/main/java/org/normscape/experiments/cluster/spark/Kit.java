package org.normscape.experiments.cluster.spark;

import java.io.File;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Pattern;

/**
 * What a worker is started with: what this program was started with.
 *
 * @param classPath jars and folders
 * @param jars those that the user has named with {@code --with}
 * @param data the folder that the data are read from, if any
 * @param options options of Java
 * @param environment variables that natives look at
 */
public record Kit(
    List<Path> classPath,
    List<Path> jars,
    Optional<Path> data,
    List<String> options,
    Map<String, String> environment) {

  private static final Pattern OPTIONS =
      Pattern.compile(
          "-X(?!run|debug).*|-D(?!normscape\\.(err|terminal|spark)=).*|--(add|enable|sun).*");

  private static final Pattern VARIABLES =
      Pattern.compile(
          "(GLIBC_TUNABLES|LD_PRELOAD|(GOMP|OPENBLAS|OMP|MKL|ONEDNN|TF|NORMSCAPE_LOG).*)");

  /** What this program was started with. */
  public static Kit ofThisProgram(
      Map<String, String> environment, List<Path> jars, Optional<Path> data) {
    Map<String, String> variables = new TreeMap<>(environment);
    variables.keySet().removeIf(name -> !VARIABLES.matcher(name).matches());
    return new Kit(
        Pattern.compile(File.pathSeparator, Pattern.LITERAL)
            .splitAsStream(System.getProperty("java.class.path", ""))
            .filter(entry -> !entry.isEmpty())
            .map(Path::of)
            .toList(),
        jars,
        data,
        ManagementFactory.getRuntimeMXBean().getInputArguments().stream()
            .filter(option -> OPTIONS.matcher(option).matches())
            .toList(),
        variables);
  }
}
