package org.normscape.experiments.config.document;

import com.github.therapi.runtimejavadoc.ClassJavadoc;
import com.github.therapi.runtimejavadoc.FieldJavadoc;
import com.github.therapi.runtimejavadoc.ParamJavadoc;
import com.github.therapi.runtimejavadoc.RuntimeJavadoc;
import com.github.therapi.runtimejavadoc.SeeAlsoJavadoc;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The Javadoc of a class, in plain text. A class whose build kept none, such as one of a user's
 * jar, has none.
 */
final class Comments {

  private final ClassJavadoc javadoc;
  private final List<String> literals;

  private Comments(ClassJavadoc javadoc, List<String> literals) {
    this.javadoc = javadoc;
    this.literals = literals;
  }

  static Comments of(Class<?> type) {
    return new Comments(RuntimeJavadoc.getJavadoc(type), SeeLiterals.of(type));
  }

  /** What the class is, in one sentence. */
  String summary() {
    return Sentence.first(text());
  }

  /** What is said of the class. */
  List<Block> text() {
    return CommentText.blocks(javadoc.getComment());
  }

  /** What is said of a component of a record; empty when it is nothing. */
  String component(String name) {
    return javadoc.getRecordComponents().stream()
        .filter(component -> component.getName().equals(name))
        .map(ParamJavadoc::getComment)
        .map(CommentText::line)
        .findFirst()
        .orElse("");
  }

  /** What a constant of an enum is, in one sentence; empty when nothing is said. */
  String constant(Enum<?> constant) {
    return javadoc.getEnumConstants().stream()
        .filter(field -> field.getName().equals(constant.name()))
        .map(FieldJavadoc::getComment)
        .map(CommentText::blocks)
        .filter(blocks -> !blocks.isEmpty())
        .map(Sentence::first)
        .findFirst()
        .orElse("");
  }

  /** What else to see: what is quoted, then addresses and other classes. */
  List<String> see() {
    return Stream.concat(
            literals.stream(),
            javadoc.getSeeAlso().stream().map(Comments::link).flatMap(Optional::stream))
        .toList();
  }

  private static Optional<String> link(SeeAlsoJavadoc see) {
    return Optional.ofNullable(see.getHtmlLink())
        .map(link -> "%s (%s)".formatted(link.getText(), link.getLink()))
        .or(() -> Optional.ofNullable(see.getLink()).map(link -> link.getLabel()));
  }
}
