package org.normscape.experiments;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.InstanceofCheck;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaCodeUnit;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.normscape.experiments.config.Binder;
import org.normscape.experiments.config.kind.Kind;
import org.normscape.experiments.spec.Vocabulary;

/** What would make a new kind more than one file: copies of its record, and chains over kinds. */
final class SeamsTest {

  private static final JavaClasses CLASSES =
      new ClassFileImporter()
          .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
          .importPackages("org.normscape");

  private static final List<Class<? extends Record>> KINDS =
      Vocabulary.families().stream()
          .flatMap(
              family ->
                  Binder.of(SeamsTest.class.getClassLoader()).forms().kinds().of(family).stream())
          .<Class<? extends Record>>map(Kind::type)
          .distinct()
          .toList();

  @Test
  void somethingWasLookedAt() {
    assertThat(CLASSES).hasSizeGreaterThan(500);
    assertThat(KINDS).hasSizeGreaterThan(30);
  }

  /** A mirror has the components of a kind, and is none. */
  @Test
  void noRecordIsAMirrorOfAKind() {
    List<String> mirrors =
        CLASSES.stream()
            .filter(type -> type.isRecord() && type.getPackageName().contains(".experiments."))
            .map(JavaClass::reflect)
            .filter(type -> !KINDS.contains(type))
            .flatMap(
                type ->
                    KINDS.stream()
                        .filter(kind -> components(kind).size() > 1)
                        .filter(kind -> components(kind).equals(components(type)))
                        .map(kind -> type.getName() + " mirrors " + kind.getName()))
            .toList();
    assertThat(mirrors).isEmpty();
  }

  private static Set<String> components(Class<?> type) {
    return Arrays.stream(type.getRecordComponents())
        .map(RecordComponent::getName)
        .collect(Collectors.toUnmodifiableSet());
  }

  /** Whoever asks twice which kind it has leaves out the next one. */
  @Test
  void nobodyAsksTwiceWhichKindItHas() {
    List<String> chains =
        CLASSES.stream()
            .flatMap(type -> type.getCodeUnits().stream())
            .filter(SeamsTest::isAChain)
            .map(JavaCodeUnit::getFullName)
            .toList();
    assertThat(chains).isEmpty();
  }

  private static boolean isAChain(JavaCodeUnit unit) {
    return unit.getInstanceofChecks().stream()
            .map(InstanceofCheck::getRawType)
            .filter(type -> KINDS.stream().anyMatch(kind -> type.isEquivalentTo(kind)))
            .distinct()
            .count()
        > 1;
  }
}
