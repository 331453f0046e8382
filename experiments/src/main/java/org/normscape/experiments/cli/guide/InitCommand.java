package org.normscape.experiments.cli.guide;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.normscape.experiments.UserError;
import org.normscape.experiments.cli.option.ExperimentNames;
import org.normscape.experiments.cli.option.JsonOption;
import org.normscape.experiments.cli.surroundings.Extensions;
import org.normscape.experiments.cli.surroundings.Surroundings;
import org.normscape.experiments.spec.Catalog;
import org.normscape.experiments.spec.Template;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code normscape init}: a file of the user's own, with every key explained. */
@Command(
    name = "init",
    description = "Writes an experiment's file to start from, with every key explained.",
    mixinStandardHelpOptions = true,
    footer = {
      "",
      "Examples:",
      "  normscape init my.conf",
      "  normscape init my.conf --from deep-linear --scale smoke",
      "  normscape run my.conf"
    })
public final class InitCommand implements Callable<Integer> {

  private static final String SUFFIX = ".conf";

  private final Surroundings surroundings;

  @Parameters(paramLabel = "FILE", description = "The file, which ends in .conf and is new.")
  private Path file = Path.of("");

  @Option(
      names = "--from",
      paramLabel = "EXPERIMENT",
      completionCandidates = ExperimentNames.class,
      description =
          "What it starts from: one that \"normscape list\" shows, or a file; landscape if not given.")
  private String from = "landscape";

  @Option(
      names = "--scale",
      paramLabel = "SCALE",
      description = "The scale whose settings are taken; laptop if not given.")
  private Optional<String> scale = Optional.empty();

  @Mixin private JsonOption json = new JsonOption();

  public InitCommand(Surroundings surroundings) {
    this.surroundings = surroundings;
  }

  @Override
  public Integer call() throws IOException {
    String fileName = String.valueOf(file.getFileName());
    if (!fileName.matches("[A-Za-z0-9][A-Za-z0-9._-]*\\" + SUFFIX)) {
      throw UserError.usage(
          "init: must be a file whose name is a word and ends in %s, but it is \"%s\". To fix: write \"%s\"."
              .formatted(SUFFIX, file, proposal(fileName)));
    }
    String name = fileName.substring(0, fileName.length() - SUFFIX.length());
    String taken = scale.orElseGet(() -> Catalog.defaultScale(from));
    Template template =
        new Template(Catalog.resolve(from, taken, List.of()), Extensions.reference());
    write(template.lines(name));
    json.forPeople(surroundings).out().printf("%s%nto run it: normscape run %s%n", file, file);
    json.print(surroundings, () -> Map.of("file", file.toString()));
    return 0;
  }

  /** A file whose name is allowed: inside of what is a folder, else as near as can be. */
  private Path proposal(String fileName) {
    String word =
        fileName
            .replaceAll("[.][a-z]+$", "")
            .replaceAll("[^A-Za-z0-9._-]+", "-")
            .replaceAll("^[^A-Za-z0-9]+", "");
    return Files.isDirectory(file) || word.isEmpty()
        ? file.resolve("my-experiment" + SUFFIX)
        : file.resolveSibling(word + SUFFIX);
  }

  private void write(List<String> lines) {
    Path folder = file.toAbsolutePath().resolveSibling("");
    if (!Files.isDirectory(folder)) {
      throw UserError.usage(
          "init: must be a file in a folder that is there, but there is no folder %s. To fix: make it, or choose another one."
              .formatted(file.getParent()));
    }
    try {
      Files.write(file, lines, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
    } catch (FileAlreadyExistsException e) {
      throw UserError.usage(
          "init: must be a new file, but %s is there. To fix: choose another name, or remove it."
              .formatted(file));
    } catch (IOException e) {
      throw UserError.failure(
          "init: %s cannot be written (%s). To fix: choose a folder that is there and that you may write to."
              .formatted(file, e.getMessage()),
          e);
    }
  }
}
