package org.normscape.experiments.spec;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.typesafe.config.ConfigFactory;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.normscape.experiments.config.Binder;
import org.normscape.experiments.config.document.Described;
import org.normscape.experiments.config.document.DescribedKey;
import org.normscape.experiments.config.document.Description;
import org.normscape.experiments.config.document.Reference;
import org.normscape.experiments.config.kind.Kind;
import org.normscape.experiments.config.kind.Noun;

/** Everything that an experiment can name is complete, can be written down, and is explained. */
final class VocabularyTest {

  private static final Binder BINDER = Binder.of(VocabularyTest.class.getClassLoader());
  private static final Reference REFERENCE = new Reference(BINDER.forms(), Vocabulary.nouns());

  static Stream<Arguments> kinds() {
    return Vocabulary.nouns().stream()
        .flatMap(
            noun ->
                BINDER.forms().kinds().of(noun.family()).stream()
                    .map(kind -> Arguments.of(noun, kind)));
  }

  @ParameterizedTest(name = "{0} {1}")
  @MethodSource("kinds")
  <T> void itsNameAloneIsComplete(Noun noun, Kind kind) {
    @SuppressWarnings("unchecked")
    Class<T> family = (Class<T>) noun.family();
    T bound = BINDER.bind(ConfigFactory.parseMap(Map.of("kind", kind.name())).root(), family);
    assertThat(bound).isEqualTo(kind.standard().orElseThrow());
    assertThat(BINDER.parse(BINDER.json(bound, family), "config.json", family)).isEqualTo(bound);
  }

  @ParameterizedTest(name = "{0} {1}")
  @MethodSource("kinds")
  void itIsExplainedKeyByKey(Noun noun, Kind kind) {
    Description description = REFERENCE.describe(noun.singular(), kind);
    assertThat(description.summary()).isNotEqualTo("no description").hasSizeLessThan(300);
    for (DescribedKey key : description.keys()) {
      assertThat(key.text()).as(key.key()).isNotEmpty();
      assertThat(key.allowed()).extracting(Described::summary).as(key.key()).doesNotContain("");
    }
  }

  /** A public record with defaults that nobody can name would be left out in silence. */
  @Test
  void noRecordIsForgotten() {
    List<String> records =
        new ClassFileImporter()
                .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
                .withImportOption(location -> !location.contains("backend-"))
                .withImportOption(location -> !location.contains("/contract/"))
                .importPackages("org.normscape")
                .stream()
                .filter(VocabularyTest::canBeNamed)
                .map(JavaClass::getName)
                .toList();
    List<String> named =
        Vocabulary.families().stream()
            .flatMap(family -> BINDER.forms().kinds().of(family).stream())
            .map(kind -> kind.type().getName())
            .distinct()
            .toList();
    assertThat(named).isNotEmpty().containsExactlyInAnyOrderElementsOf(records);
  }

  private static boolean canBeNamed(JavaClass type) {
    return type.isRecord()
        && type.getModifiers().contains(JavaModifier.PUBLIC)
        && type.tryGetConstructor().isPresent()
        && Vocabulary.families().stream().anyMatch(type::isAssignableTo);
  }
}
