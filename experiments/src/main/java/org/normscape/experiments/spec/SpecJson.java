package org.normscape.experiments.spec;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.typesafe.config.Config;
import com.typesafe.config.ConfigException;
import com.typesafe.config.ConfigFactory;
import com.typesafe.config.ConfigParseOptions;
import com.typesafe.config.ConfigSyntax;
import org.normscape.experiments.UserError;

/** A specification as JSON: what {@code config.json} of a run holds. */
public final class SpecJson {

  private static final JsonMapper MAPPER = new JsonMapper();

  private SpecJson() {}

  /** The specification, every key written out. */
  public static String write(ExperimentSpec spec) {
    try {
      return MAPPER.writerWithDefaultPrettyPrinter().writeValueAsString(RecordTree.of(spec)) + "\n";
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("A specification can be written as JSON.", e);
    }
  }

  /**
   * The specification that was written.
   *
   * @param origin where the text comes from, which errors name
   * @throws UserError when it is not a specification
   */
  public static ExperimentSpec read(String json, String origin) {
    try {
      Config config =
          ConfigFactory.parseString(
              json,
              ConfigParseOptions.defaults()
                  .setSyntax(ConfigSyntax.JSON)
                  .setOriginDescription(origin));
      return RecordBinder.bind(config, ExperimentSpec.class);
    } catch (ConfigException.Parse e) {
      throw UserError.failure(
          "%s: must be the configuration of a run as JSON, but it is not. To fix: run the experiment again."
              .formatted(origin),
          e);
    }
  }
}
