package org.normscape.experiments.config.document;

import com.github.therapi.runtimejavadoc.Comment;
import com.github.therapi.runtimejavadoc.CommentVisitor;
import com.github.therapi.runtimejavadoc.Link;
import com.github.therapi.runtimejavadoc.Value;
import java.util.List;
import java.util.stream.Collectors;

/** The plain text of a comment. */
final class CommentText implements CommentVisitor {

  private final StringBuilder html = new StringBuilder();

  private CommentText() {}

  /** The blocks of a comment. */
  static List<Block> blocks(Comment comment) {
    CommentText text = new CommentText();
    comment.visit(text);
    return Markup.blocks(text.html.toString());
  }

  /** A comment in one line. */
  static String line(Comment comment) {
    return blocks(comment).stream().map(Block::text).collect(Collectors.joining(" "));
  }

  @Override
  public void commentText(String text) {
    html.append(text);
  }

  @Override
  public void inlineLink(Link link) {
    html.append(Markup.escaped(link.getLabel().replaceFirst("^#", "").replace('#', '.')));
  }

  @Override
  public void inlineTag(String name, String value) {
    html.append(Markup.escaped(value));
  }

  @Override
  public void inlineValue(Value value) {
    html.append(Markup.escaped(String.valueOf(value.getReferencedMemberName())));
  }
}
