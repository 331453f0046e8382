package org.normscape.experiments.spec;

import com.typesafe.config.Config;
import com.typesafe.config.ConfigException;
import com.typesafe.config.ConfigFactory;
import com.typesafe.config.ConfigIncludeContext;
import com.typesafe.config.ConfigIncluder;
import com.typesafe.config.ConfigObject;
import com.typesafe.config.ConfigParseOptions;
import java.io.IOException;
import java.io.Reader;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.normscape.experiments.Nearest;
import org.normscape.experiments.ResourceFolder;
import org.normscape.experiments.UserError;

/**
 * The file of an experiment, ours or a user's own, in HOCON. {@code include "landscape"} starts
 * from one of ours, {@code include "other.conf"} from a file beside it.
 *
 * @param name the name of the experiment, unless the file gives another
 * @param text what stands in it
 * @param origin what errors call it
 * @param folder where files lie that it includes
 */
record ExperimentFile(String name, String text, String origin, Path folder) {

  /** Our own experiments. */
  static final ResourceFolder OURS = new ResourceFolder("/experiments", ".conf");

  /**
   * The file that a word names: one of ours by its name, a user's by its path.
   *
   * @throws UserError when there is none
   */
  static ExperimentFile named(String word) {
    Path file = Path.of(word);
    if (Catalog.names().contains(word)) {
      return ours(word);
    }
    if (!Files.isRegularFile(file) && isPath(word)) {
      throw UserError.usage(
          "experiment: must be a file that is there, but \"%s\" is not. To fix: check the path, or write such a file with \"normscape init\"."
              .formatted(word));
    }
    if (!Files.isRegularFile(file)) {
      throw UserError.usage(
          "experiment: must be one of %s or a file such as my-experiment.conf, but it is \"%s\". To fix: %s."
              .formatted(Catalog.names(), word, Nearest.remedy(word, Catalog.names())));
    }
    return users(file);
  }

  static boolean isMeant(String word) {
    return Catalog.names().contains(word) || isPath(word) || Files.isRegularFile(Path.of(word));
  }

  private static boolean isPath(String word) {
    return word.endsWith(OURS.suffix()) || Path.of(word).getNameCount() > 1;
  }

  private static ExperimentFile ours(String name) {
    return new ExperimentFile(name, OURS.text(name), name + OURS.suffix(), Path.of(""));
  }

  private static ExperimentFile users(Path file) {
    String name = String.valueOf(file.getFileName()).replaceAll("[.]conf$", "");
    Path folder = file.toAbsolutePath().normalize().resolveSibling("");
    try {
      return new ExperimentFile(name, Files.readString(file), file.toString(), folder);
    } catch (IOException e) {
      throw UserError.usage(
          "experiment: must be a file that can be read as UTF-8 text, but %s cannot (%s). To fix: see to its rights and its encoding."
              .formatted(file, e));
    }
  }

  /**
   * What the file says, with what it includes beneath. Cells that are a list become groups under
   * their names, so that whoever includes the file can change one of them.
   *
   * @throws UserError when it is not HOCON
   */
  Config parse() {
    return ConfigFactory.empty().withFallback(root()).resolve();
  }

  private ConfigObject root() {
    ConfigParseOptions options =
        ConfigParseOptions.defaults()
            .setOriginDescription(origin)
            .setIncluder(new Includer(folder, List.of(origin)));
    return parse(options);
  }

  private ConfigObject parse(ConfigParseOptions options) {
    try (Reader reader = new StringReader(text)) {
      return Cells.named(ConfigFactory.parseReader(reader, options).root());
    } catch (ConfigException.Parse | IOException e) {
      throw UserError.usage(
          "%s: must be HOCON, but it is not (%s). To fix: see to that line."
              .formatted(origin, e.getMessage()));
    }
  }

  /**
   * Finds what a file includes.
   *
   * @param folder where files lie
   * @param path the files that are being read, the outermost first
   */
  private record Includer(Path folder, List<String> path) implements ConfigIncluder {

    @Override
    public ConfigObject include(ConfigIncludeContext context, String what) {
      ExperimentFile file = file(what);
      if (path.contains(file.origin())) {
        throw UserError.usage(
            "include: a file must not include itself, but %s includes \"%s\". To fix: take the line out."
                .formatted(path, what));
      }
      List<String> deeper =
          java.util.stream.Stream.concat(path.stream(), java.util.stream.Stream.of(file.origin()))
              .toList();
      return file.parse(
          ConfigParseOptions.defaults()
              .setOriginDescription(file.origin())
              .setIncluder(new Includer(file.folder(), deeper)));
    }

    private ExperimentFile file(String what) {
      Path beside = folder.resolve(what);
      return Files.isRegularFile(beside) ? users(beside) : named(what);
    }

    @Override
    public ConfigIncluder withFallback(ConfigIncluder fallback) {
      return this;
    }
  }
}
