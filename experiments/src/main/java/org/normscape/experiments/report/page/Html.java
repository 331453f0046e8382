package org.normscape.experiments.report.page;

/** Text as it must stand in HTML. */
final class Html {

  private Html() {}

  /** Text that may stand between tags and in quoted attributes. */
  static String text(String text) {
    return text.replace("&", "&amp;")
        .replace("<", "&lt;")
        .replace(">", "&gt;")
        .replace("\"", "&quot;")
        .replace("'", "&#39;");
  }

  /** An element around HTML. */
  static String element(String tag, String attributes, String html) {
    return "<%s%s>%s</%s>".formatted(tag, attributes.isEmpty() ? "" : " " + attributes, html, tag);
  }
}
