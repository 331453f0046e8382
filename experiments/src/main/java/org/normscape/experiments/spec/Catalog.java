package org.normscape.experiments.spec;

import com.typesafe.config.Config;
import com.typesafe.config.ConfigException;
import com.typesafe.config.ConfigFactory;
import com.typesafe.config.ConfigObject;
import com.typesafe.config.ConfigParseOptions;
import com.typesafe.config.ConfigValue;
import com.typesafe.config.ConfigValueFactory;
import java.util.List;
import java.util.Map;
import org.normscape.experiments.Nearest;
import org.normscape.experiments.UserError;
import org.normscape.experiments.config.Binder;
import org.normscape.experiments.config.Overlay;

/**
 * The experiments there are: one HOCON file each, with a group {@code scales} whose members lie
 * over the rest of the file.
 */
public final class Catalog {

  /** The scale of a file that has none. */
  public static final String FULL = "full";

  private static final String SCALES = "scales";

  private Catalog() {}

  /** The names of our own experiments, in alphabetical order. */
  public static List<String> names() {
    return ExperimentFile.OURS.names();
  }

  /**
   * Whether a word can only mean an experiment: one of ours, or a file whether it is there or not.
   */
  public static boolean isMeant(String word) {
    return ExperimentFile.isMeant(word);
  }

  /**
   * The scales of an experiment, in alphabetical order.
   *
   * @param experiment one of ours, or the path of a user's own file
   */
  public static List<String> scales(String experiment) {
    return scales(ExperimentFile.named(experiment).parse());
  }

  private static List<String> scales(Config file) {
    return file.hasPath(SCALES)
        ? file.getObject(SCALES).keySet().stream().sorted().toList()
        : List.of(FULL);
  }

  /**
   * The scale at which an experiment is run when none is asked for: {@code laptop} where there is
   * one, else the only or the first one.
   */
  public static String defaultScale(String experiment) {
    List<String> scales = scales(experiment);
    return scales.contains("laptop") ? "laptop" : scales.get(0);
  }

  /**
   * An experiment at a scale, with overrides.
   *
   * @param experiment one of ours, or the path of a user's own file
   * @param overrides configuration that lies over the file; the first wins
   * @throws UserError when there is no such experiment or scale, or a key or value is not allowed
   */
  public static ExperimentSpec resolve(String experiment, String scale, List<Config> overrides) {
    ExperimentFile file = ExperimentFile.named(experiment);
    Binder binder = Binder.of(Thread.currentThread().getContextClassLoader());
    Overlay overlay = new Overlay(binder.forms(), Vocabulary.families());
    Cells cells = new Cells(overlay);
    ConfigObject all = atScale(file.parse(), scale, cells);
    all = cells.over(override("--scale", "scale", scale).root(), all);
    for (int i = overrides.size() - 1; i >= 0; i--) {
      Cells.checkNamed(overrides.get(i).root(), all);
      new Reach(overlay).check(overrides.get(i).root(), all);
      all = cells.over(overrides.get(i).root(), all);
    }
    if (!all.containsKey("name")) {
      all = all.withValue("name", ConfigValueFactory.fromAnyRef(file.name(), file.origin()));
    }
    return SpecReader.read(all, binder, cells);
  }

  private static ConfigObject atScale(Config file, String scale, Cells cells) {
    List<String> scales = scales(file);
    if (!scales.contains(scale)) {
      throw UserError.usage(
          "--scale: must be one of %s, but it is \"%s\". To fix: %s."
              .formatted(scales, scale, Nearest.remedy(scale, scales)));
    }
    return file.hasPath(SCALES)
        ? cells.over(
            file.getConfig(SCALES).getConfig(scale).root(), file.withoutPath(SCALES).root())
        : file.root();
  }

  /**
   * One setting of the command line, such as {@code optimizer.learning-rate=0.01}.
   *
   * @param option the option it came with, which errors name
   * @throws UserError when it is not of the form {@code key=value}
   */
  public static Config override(String option, String setting) {
    if (setting.indexOf('=') <= 0) {
      throw malformed(option, setting);
    }
    return parsed(option, setting, setting);
  }

  /** What a text says in HOCON, as part of a setting of the command line. */
  private static Config parsed(String option, String setting, String text) {
    ConfigParseOptions options =
        ConfigParseOptions.defaults().setOriginDescription(option + " " + setting);
    try {
      return ConfigFactory.parseString(text, options).resolve();
    } catch (ConfigException e) {
      throw malformed(option, setting);
    }
  }

  /**
   * One key set by an option of its own, such as {@code --backend}.
   *
   * @param option the option, which errors name
   */
  public static Config override(String option, String key, Object value) {
    return ConfigValueFactory.fromAnyRef(value, option).atPath(key);
  }

  /**
   * An axis over which all cells vary, such as {@code optimizer.learning-rate=log(1e-3,1,7)}.
   *
   * @param option the option it came with, which errors name
   * @throws UserError when it is not of the form {@code path=values}
   */
  public static Config axis(String option, String setting) {
    int equals = setting.indexOf('=');
    String path = setting.substring(0, Math.max(0, equals)).strip();
    String values = setting.substring(equals + 1).strip();
    if (path.isEmpty()) {
      throw malformed(option, setting);
    }
    ConfigValue parsed =
        AxisValues.isWord(values)
            ? ConfigValueFactory.fromAnyRef(values, option + " " + setting)
            : parsed(option, setting, "values=" + values).getValue("values");
    return ConfigValueFactory.fromMap(
            Map.of(Axes.AXES, Map.of(path, parsed)), option + " " + setting)
        .toConfig();
  }

  /**
   * Settings whose cells are left out, such as {@code
   * normalization=none,optimizer.learning-rate=1}.
   *
   * @param option the option they came with, which errors name
   * @param excluded the settings, one text for each group
   */
  public static Config exclusions(String option, List<String> excluded) {
    return ConfigValueFactory.fromMap(
            Map.of(
                Axes.EXCLUDE,
                excluded.stream().map(settings -> override(option, settings).root()).toList()),
            option)
        .toConfig();
  }

  private static UserError malformed(String option, String setting) {
    return UserError.usage(
        "%s: must be key=value in HOCON, but it is \"%s\". To fix: write it like optimizer.learning-rate=0.01."
            .formatted(option, setting));
  }
}
