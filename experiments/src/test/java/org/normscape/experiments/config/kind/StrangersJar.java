package org.normscape.experiments.config.kind;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.stream.Stream;
import javax.tools.JavaCompiler;
import javax.tools.ToolProvider;

/** A jar of somebody else, compiled in a test. */
public final class StrangersJar {

  private StrangersJar() {}

  /**
   * Compiles sources into a jar.
   *
   * @param folder where it is made
   * @param name the jar's file name
   * @param sources the text of each class by its name
   * @param services the classes of each service
   */
  public static Path of(
      Path folder, String name, Map<String, String> sources, Map<String, List<String>> services)
      throws IOException {
    Path classes = Files.createDirectories(folder.resolve(name + ".classes"));
    for (Map.Entry<String, String> source : sources.entrySet()) {
      compile(classes, source.getKey(), source.getValue());
    }
    for (Map.Entry<String, List<String>> service : services.entrySet()) {
      Path file = classes.resolve("META-INF/services").resolve(service.getKey());
      Files.createDirectories(file.getParent());
      Files.write(file, service.getValue());
    }
    return packed(classes, folder.resolve(name));
  }

  private static void compile(Path classes, String name, String text) throws IOException {
    Path source = classes.resolve(name.replace('.', '/') + ".java");
    Files.createDirectories(source.getParent());
    Files.writeString(source, text);
    JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
    int exit =
        compiler.run(
            null,
            null,
            null,
            "-proc:none",
            "-classpath",
            System.getProperty("java.class.path") + java.io.File.pathSeparator + classes,
            "-d",
            classes.toString(),
            source.toString());
    assertThat(exit).as("the compiler's exit code for %s", name).isZero();
  }

  private static Path packed(Path classes, Path jar) throws IOException {
    try (OutputStream out = Files.newOutputStream(jar);
        JarOutputStream packed = new JarOutputStream(out);
        Stream<Path> files = Files.walk(classes)) {
      for (Path file : files.filter(Files::isRegularFile).sorted().toList()) {
        packed.putNextEntry(new JarEntry(classes.relativize(file).toString().replace('\\', '/')));
        Files.copy(file, packed);
        packed.closeEntry();
      }
    }
    return jar;
  }
}
