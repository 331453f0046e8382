package org.normscape.experiments.config.document;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.normscape.experiments.config.document.Block.Style;

/** The HTML of comments as plain text, block by block. */
final class Markup {

  private static final Pattern TAG = Pattern.compile("<(/?\\w+)([^>]*)>");
  private static final Pattern ADDRESS = Pattern.compile("href=\"([^\"]*)\"");
  private static final Map<String, Style> OPENING =
      Map.of(
          "p", Style.PARAGRAPH,
          "/pre", Style.PARAGRAPH,
          "ul", Style.PARAGRAPH,
          "/ul", Style.PARAGRAPH,
          "ol", Style.PARAGRAPH,
          "/ol", Style.PARAGRAPH,
          "pre", Style.PREFORMATTED,
          "li", Style.ITEM);

  private final List<Block> blocks = new ArrayList<>();
  private final StringBuilder text = new StringBuilder();
  private Style style = Style.PARAGRAPH;
  private String address = "";

  private Markup() {}

  /** The blocks of a text in HTML. */
  static List<Block> blocks(String html) {
    Markup markup = new Markup();
    Matcher tag = TAG.matcher(html);
    int from = 0;
    while (tag.find()) {
      markup.text.append(html, from, tag.start());
      markup.tag(tag.group(1), tag.group(2));
      from = tag.end();
    }
    markup.text.append(html.substring(from));
    markup.end();
    return List.copyOf(markup.blocks);
  }

  private void tag(String name, String attributes) {
    Style opened = OPENING.get(name);
    if (opened != null) {
      end();
      style = opened;
    } else if (name.equals("a")) {
      Matcher found = ADDRESS.matcher(attributes);
      address = found.find() ? " (%s)".formatted(found.group(1)) : "";
    } else if (name.equals("/a")) {
      text.append(address);
    } else if (name.equals("sup")) {
      text.append('^');
    } else if (name.equals("sub")) {
      text.append('_');
    }
  }

  private void end() {
    String plain =
        style == Style.PREFORMATTED
            ? text.toString().replaceFirst("^\\s*\n", "").stripTrailing().stripIndent()
            : text.toString().strip().replaceAll("\\s+", " ");
    if (!plain.isEmpty()) {
      blocks.add(new Block(style, characters(plain)));
    }
    text.setLength(0);
  }

  /** A text with characters that HTML reads as its own written as entities. */
  static String escaped(String plain) {
    return plain.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
  }

  private static String characters(String text) {
    return text.replace("&lt;", "<")
        .replace("&gt;", ">")
        .replace("&quot;", "\"")
        .replace("&nbsp;", " ")
        .replace("&amp;", "&");
  }
}
