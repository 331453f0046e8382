package org.normscape.experiments.config.document;

/**
 * A piece of text that stands by itself.
 *
 * @param style how it is set
 * @param text its words, without line ends unless it is preformatted
 */
public record Block(Style style, String text) {

  /** How text is set. */
  public enum Style {
    /** In lines as long as there is room. */
    PARAGRAPH,
    /** As a paragraph, with a dash before it. */
    ITEM,
    /** As it is written, such as a formula. */
    PREFORMATTED
  }
}
