package org.normscape.experiments.spec;

import com.typesafe.config.Config;
import com.typesafe.config.ConfigException;
import com.typesafe.config.ConfigFactory;
import com.typesafe.config.ConfigObject;
import com.typesafe.config.ConfigParseOptions;
import com.typesafe.config.ConfigValueFactory;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.normscape.experiments.Nearest;
import org.normscape.experiments.UserError;

/**
 * The experiments there are: one HOCON file each, with a group {@code scales} whose members lie
 * over the rest of the file.
 */
public final class Catalog {

  private static final String FOLDER = "/experiments";
  private static final String SUFFIX = ".conf";
  private static final String SCALES = "scales";

  private Catalog() {}

  /** The names of the experiments, in alphabetical order. */
  public static List<String> names() {
    URL folder = Objects.requireNonNull(Catalog.class.getResource(FOLDER), FOLDER);
    try {
      URI place = folder.toURI();
      if (!"jar".equals(place.getScheme())) {
        return names(Path.of(place));
      }
      try (FileSystem jar = FileSystems.newFileSystem(place, Map.of())) {
        return names(jar.getPath(FOLDER));
      }
    } catch (IOException | URISyntaxException e) {
      throw new IllegalStateException("The experiments cannot be listed in " + folder, e);
    }
  }

  private static List<String> names(Path folder) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files
          .map(file -> file.getFileName().toString())
          .filter(file -> file.endsWith(SUFFIX))
          .map(file -> file.substring(0, file.length() - SUFFIX.length()))
          .sorted()
          .toList();
    }
  }

  /** The scales of an experiment, in alphabetical order. */
  public static List<String> scales(String experiment) {
    return file(experiment).getObject(SCALES).keySet().stream().sorted().toList();
  }

  /**
   * An experiment at a scale, with overrides.
   *
   * @param overrides configuration that lies over the file; the first wins
   * @throws UserError when there is no such experiment or scale, or a key or value is not allowed
   */
  public static ExperimentSpec resolve(String experiment, String scale, List<Config> overrides) {
    Config file = file(experiment);
    List<String> scales = scales(experiment);
    if (!scales.contains(scale)) {
      throw UserError.usage(
          "--scale: must be one of %s, but it is \"%s\". To fix: %s."
              .formatted(scales, scale, Nearest.remedy(scale, scales)));
    }
    ConfigObject all =
        Overlay.over(
            file.getConfig(SCALES).getConfig(scale).root(), file.withoutPath(SCALES).root());
    all = Overlay.over(override("--scale", "scale", scale).root(), all);
    for (int i = overrides.size() - 1; i >= 0; i--) {
      all = Overlay.over(overrides.get(i).root(), all);
    }
    return RecordBinder.bind(all.toConfig(), ExperimentSpec.class);
  }

  /**
   * One setting of the command line, such as {@code optimizer.learning-rate=0.01}.
   *
   * @param option the option it came with, which errors name
   * @throws UserError when it is not of the form {@code key=value}
   */
  public static Config override(String option, String setting) {
    ConfigParseOptions options =
        ConfigParseOptions.defaults().setOriginDescription(option + " " + setting);
    try {
      if (setting.indexOf('=') > 0) {
        return ConfigFactory.parseString(setting, options).resolve();
      }
    } catch (ConfigException e) {
      throw malformed(option, setting);
    }
    throw malformed(option, setting);
  }

  /**
   * One key set by an option of its own, such as {@code --backend}.
   *
   * @param option the option, which errors name
   */
  public static Config override(String option, String key, Object value) {
    return ConfigValueFactory.fromAnyRef(value, option).atPath(key);
  }

  private static UserError malformed(String option, String setting) {
    return UserError.usage(
        "%s: must be key=value in HOCON, but it is \"%s\". To fix: write it like optimizer.learning-rate=0.01."
            .formatted(option, setting));
  }

  private static Config file(String experiment) {
    InputStream stream = Catalog.class.getResourceAsStream(FOLDER + "/" + experiment + SUFFIX);
    if (stream == null || !names().contains(experiment)) {
      throw UserError.usage(
          "experiment: must be one of %s, but it is \"%s\". To fix: %s."
              .formatted(names(), experiment, Nearest.remedy(experiment, names())));
    }
    try (Reader reader = new InputStreamReader(stream, StandardCharsets.UTF_8)) {
      return ConfigFactory.parseReader(
              reader, ConfigParseOptions.defaults().setOriginDescription(experiment + SUFFIX))
          .resolve();
    } catch (IOException e) {
      throw new IllegalStateException("The experiment cannot be read: " + experiment, e);
    }
  }
}
