package org.normscape.experiments.report.page;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Properties;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The files that a page is put together from; {@code {{name}}} in them is a place to fill. */
final class Template {

  private static final Pattern PLACE = Pattern.compile("\\{\\{([a-z]+)}}");
  private static final String WEBJAR = "/META-INF/resources/webjars/echarts/";

  private Template() {}

  /** A file with its places filled, all in one pass: what is filled in is not looked at again. */
  static String filled(String name, Map<String, String> values) throws IOException {
    return PLACE
        .matcher(resource(name))
        .replaceAll(place -> Matcher.quoteReplacement(values.getOrDefault(place.group(1), "")));
  }

  /** A file of this module. */
  static String resource(String name) throws IOException {
    return read("/report/" + name);
  }

  /** The chart library, from its webjar. */
  static String echarts() throws IOException {
    return read(WEBJAR + version() + "/echarts.min.js");
  }

  private static String version() throws IOException {
    Properties properties = new Properties();
    try (InputStream in = open("/META-INF/maven/org.webjars/echarts/pom.properties")) {
      properties.load(in);
    }
    return properties.getProperty("version");
  }

  private static String read(String path) throws IOException {
    try (InputStream in = open(path)) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  private static InputStream open(String path) throws IOException {
    InputStream in = Template.class.getResourceAsStream(path);
    if (in == null) {
      throw new IOException(
          "report: %s must be on the class path, but it is not. To fix: build the project anew."
              .formatted(path));
    }
    return in;
  }
}
