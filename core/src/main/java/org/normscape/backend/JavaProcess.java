package org.normscape.backend;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Another Java virtual machine with the class path of this one, for what may end its process. */
public final class JavaProcess {

  private JavaProcess() {}

  /**
   * What starts it. A crash leaves no files behind.
   *
   * @param main the class that is run
   * @param options of the virtual machine
   * @param arguments of the class
   */
  public static ProcessBuilder of(Class<?> main, List<String> options, List<String> arguments) {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(List.of("-XX:-CreateCoredumpOnCrash", "-XX:ErrorFile=/dev/null"));
    command.addAll(options);
    command.addAll(List.of("-cp", System.getProperty("java.class.path"), main.getName()));
    command.addAll(arguments);
    return new ProcessBuilder(command);
  }
}
