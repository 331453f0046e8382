package org.normscape.experiments.config;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.typesafe.config.ConfigException;
import com.typesafe.config.ConfigFactory;
import com.typesafe.config.ConfigObject;
import com.typesafe.config.ConfigParseOptions;
import com.typesafe.config.ConfigSyntax;
import java.util.Objects;
import java.util.Optional;
import org.normscape.experiments.UserError;
import org.normscape.experiments.config.form.Form;
import org.normscape.experiments.config.form.Forms;
import org.normscape.experiments.config.form.Problems;
import org.normscape.experiments.config.form.Setting;
import org.normscape.experiments.config.kind.Kinds;

/**
 * Makes records of configuration, and configuration of records.
 *
 * <p>Keys are the names of a record's components in kebab-case: {@code learning-rate}. A component
 * may be a number, a boolean, a text, an enum, a record, an interface, or an {@code Optional},
 * {@code List}, {@code Set}, {@code Map} by text or {@code Parameters} of those. The record of an
 * interface is chosen by the key {@code kind}, and a word alone is short for a group with that key
 * only: {@code normalization = batch-norm}. The components of one that is marked {@link
 * org.normscape.component.Flat} lie in the group of the record it belongs to. Look-ups of kinds and
 * constants ignore hyphens and case.
 *
 * <p>A record's public constructor without arguments holds its defaults: each key that is not set
 * has the value it has there, group by group. A record without one needs all of its keys but those
 * that are {@code Optional}.
 *
 * <p>Rules are the records' own: what a constructor refuses is said with the key and the place of
 * the value. All that is wrong is said at once.
 *
 * @param forms the forms of types, and the kinds of interfaces
 */
public record Binder(Forms forms) {

  private static final JsonMapper MAPPER = new JsonMapper();

  /** A binder for the kinds that a class loader sees. */
  public static Binder of(ClassLoader loader) {
    return new Binder(new Forms(new Kinds(loader)));
  }

  /**
   * The record that the configuration describes.
   *
   * @param type a record, or an interface that records implement
   * @throws UserError with all that is wrong, one sentence a line
   */
  public <T> T bind(ConfigObject configuration, Class<T> type) {
    return bind("", configuration, type);
  }

  /**
   * The record that a group describes.
   *
   * @param path the name of the group, which errors put before its keys
   * @throws UserError with all that is wrong, one sentence a line
   */
  public <T> T bind(String path, ConfigObject group, Class<T> type) {
    Problems problems = new Problems();
    Optional<Object> value =
        forms.of(type).read(new Setting(path, group, problems), Optional.empty());
    problems.throwIfAny();
    return type.cast(value.orElseThrow());
  }

  /**
   * A record as a tree of maps, lists and scalars, every key written out; binding it gives an equal
   * record.
   *
   * @param declared the record's class, or the interface it is declared as: then its kind is
   *     written too
   */
  public <T> Object tree(T value, Class<T> declared) {
    Form form = forms.of(declared);
    return Objects.requireNonNull(form.write(value));
  }

  /** A record as JSON. */
  public <T> String json(T value, Class<T> declared) {
    try {
      return MAPPER.writerWithDefaultPrettyPrinter().writeValueAsString(tree(value, declared))
          + "\n";
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("A tree can be written as JSON.", e);
    }
  }

  /**
   * The record that was written as JSON.
   *
   * @param origin where the text comes from, which errors name
   * @throws UserError when it is no JSON, or not what was written
   */
  public <T> T parse(String json, String origin, Class<T> type) {
    return bind(object(json, origin), type);
  }

  private static ConfigObject object(String json, String origin) {
    ConfigParseOptions options =
        ConfigParseOptions.defaults().setSyntax(ConfigSyntax.JSON).setOriginDescription(origin);
    try {
      return ConfigFactory.parseString(json, options).root();
    } catch (ConfigException.Parse e) {
      throw UserError.failure(
          "%s: must be the configuration of a run as JSON, but it is not. To fix: run the experiment again."
              .formatted(origin),
          e);
    }
  }
}
