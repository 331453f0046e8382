package org.normscape.experiments.config.document;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.normscape.experiments.config.form.Form;
import org.normscape.experiments.config.form.Forms;
import org.normscape.experiments.config.form.Key;
import org.normscape.experiments.config.kind.Kind;
import org.normscape.experiments.config.kind.Names;
import org.normscape.experiments.config.kind.Noun;

/**
 * The reference of everything that configuration can name.
 *
 * @param forms the forms of types, and the kinds of interfaces
 * @param nouns what the kinds are called together
 */
public record Reference(Forms forms, List<Noun> nouns) {

  /** The kinds of an interface, each with its first sentence. */
  public List<Described> kinds(Class<?> family) {
    return forms.kinds().of(family).stream()
        .map(kind -> new Described(kind.name(), Comments.of(kind.type()).summary()))
        .toList();
  }

  /**
   * Everything with this name; hyphens and case are ignored. A record that is of several kinds
   * comes once.
   */
  public List<Description> named(String name) {
    Map<Kind, String> nounsOf = new LinkedHashMap<>();
    for (Noun noun : nouns) {
      forms
          .kinds()
          .named(noun.family(), name)
          .ifPresent(kind -> nounsOf.merge(kind, noun.singular(), "%s and of %s"::formatted));
    }
    return nounsOf.entrySet().stream()
        .map(entry -> describe(entry.getValue(), entry.getKey()))
        .toList();
  }

  /** The names of all kinds. */
  public List<String> names() {
    return nouns.stream()
        .flatMap(noun -> forms.kinds().names(noun.family()).stream())
        .distinct()
        .toList();
  }

  /** All there is to know about a kind. */
  public Description describe(String noun, Kind kind) {
    Comments comments = Comments.of(kind.type());
    return new Description(
        kind.name(),
        noun,
        comments.summary(),
        comments.text(),
        keys(kind.type()),
        comments.see(),
        kind.type().getName(),
        kind.source());
  }

  /** Descriptions as trees of maps, lists and texts. */
  public List<Object> tree(List<Description> descriptions) {
    return descriptions.stream()
        .map(forms.of(Description.class)::write)
        .flatMap(tree -> Optional.ofNullable(tree).stream())
        .toList();
  }

  /** The keys of a record, explained. */
  public List<DescribedKey> keys(Class<? extends Record> type) {
    return forms.keys(type).stream().map(this::key).toList();
  }

  private DescribedKey key(Key key) {
    return new DescribedKey(
        key.path(),
        key.form().words(),
        key.initial().map(initial -> text(key.form(), initial)),
        Comments.of(key.component().getDeclaringRecord()).component(key.component().getName()),
        key.form().vocabulary().map(this::allowed).orElse(List.of()));
  }

  private List<Described> allowed(Class<?> vocabulary) {
    if (vocabulary.isInterface()) {
      return kinds(vocabulary);
    }
    Comments comments = Comments.of(vocabulary);
    return Arrays.stream(vocabulary.getEnumConstants())
        .map(constant -> (Enum<?>) constant)
        .map(constant -> new Described(Names.kebab(constant), comments.constant(constant)))
        .toList();
  }

  /** A value as it would be written: a word, where that is enough. */
  private static String text(Form form, Object value) {
    @Nullable Object tree = form.write(value);
    return Written.of(
        tree instanceof Map<?, ?> group && isPlain(value, group) ? group.get(Forms.KIND) : tree);
  }

  /** Whether a value is a kind with all of its defaults. */
  private static boolean isPlain(Object value, Map<?, ?> group) {
    return group.containsKey(Forms.KIND)
        && Kind.of(value.getClass()).standard().filter(value::equals).isPresent();
  }
}
