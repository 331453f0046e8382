package org.normscape.architecture;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.GeneralCodingRules.NO_CLASSES_SHOULD_ACCESS_STANDARD_STREAMS;
import static com.tngtech.archunit.library.GeneralCodingRules.NO_CLASSES_SHOULD_THROW_GENERIC_EXCEPTIONS;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.normscape.contract.Coverage;
import org.normscape.contract.cases.CompositeCases;
import org.normscape.ir.Composite;
import org.normscape.ir.Lowering;
import org.normscape.ir.Operation;
import org.normscape.nn.Layer;

/** The layers of core, and what holds in all of them. */
final class ArchitectureTest {

  private static final String ROOT = "org.normscape.";

  /** The packages, lowest first: each may use those before it. */
  private static final List<String> LAYERS =
      List.of(
          "component",
          "ir",
          "grad",
          "composite",
          "rewrite",
          "random",
          "backend",
          "reference",
          "params",
          "replay",
          "nn",
          "norm",
          "model",
          "optim",
          "objective",
          "train",
          "linalg",
          "probe",
          "contract");

  private static final JavaClasses CORE =
      new ClassFileImporter()
          .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
          .importPackages("org.normscape");

  @Test
  void somethingWasScanned() {
    assertThat(CORE).hasSizeGreaterThan(80);
  }

  @Test
  void everyClassStandsInALayer() {
    Set<String> layers =
        CORE.stream().map(ArchitectureTest::layer).collect(Collectors.toUnmodifiableSet());
    assertThat(LAYERS).containsAll(layers);
  }

  @TestFactory
  Stream<DynamicTest> noArrowPointsUp() {
    return LAYERS.stream()
        .map(
            layer ->
                DynamicTest.dynamicTest(
                    layer,
                    () ->
                        noClasses()
                            .that(inLayers(List.of(layer)))
                            .should()
                            .dependOnClassesThat(inLayers(above(layer)))
                            .allowEmptyShould(true)
                            .check(CORE)));
  }

  @Test
  void rewritesKnowProgramsAlone() {
    noClasses()
        .that(inLayers(List.of("rewrite")))
        .should()
        .dependOnClassesThat(inLayers(others("ir", "grad", "rewrite")))
        .check(CORE);
  }

  @Test
  void backendsKnowNoNetworks() {
    noClasses()
        .that(inLayers(List.of("backend", "reference")))
        .should()
        .dependOnClassesThat(
            inLayers(
                others("ir", "grad", "composite", "rewrite", "random", "backend", "reference")))
        .check(CORE);
  }

  @Test
  void theReferenceIsNotUsedByWhatItJudges() {
    noClasses()
        .that(inLayers(others("reference", "contract")))
        .should()
        .dependOnClassesThat(inLayers(List.of("reference")))
        .check(CORE);
  }

  @Test
  void coreKnowsTheJdkAlone() {
    classes()
        .should()
        .onlyDependOnClassesThat()
        .resideInAnyPackage(
            "org.normscape..", "java..", "org.jspecify..", "com.google.auto.service..")
        .check(CORE);
  }

  @Test
  void layersAreValues() {
    classes()
        .that()
        .resideInAnyPackage("org.normscape.nn..", "org.normscape.norm..")
        .and()
        .implement(Layer.class)
        .and()
        .areNotInterfaces()
        .should()
        .beRecords()
        .orShould()
        .beEnums()
        .check(CORE);
  }

  @Test
  void operationsAreRecords() {
    classes()
        .that()
        .implement(Operation.class)
        .and()
        .areNotInterfaces()
        .should()
        .beRecords()
        .check(CORE);
  }

  @Test
  void layersRememberNothing() {
    fields()
        .that()
        .areDeclaredInClassesThat()
        .resideInAnyPackage(
            "org.normscape.nn..",
            "org.normscape.norm..",
            "org.normscape.model..",
            "org.normscape.optim..",
            "org.normscape.objective..",
            "org.normscape.rewrite..",
            "org.normscape.composite..")
        .should()
        .beFinal()
        .check(CORE);
  }

  @Test
  void classesAreAbstractOrFinal() {
    classes()
        .that()
        .areNotInterfaces()
        .and()
        .areNotEnums()
        .and()
        .doNotHaveModifier(JavaModifier.SYNTHETIC)
        .should()
        .haveModifier(JavaModifier.FINAL)
        .orShould()
        .haveModifier(JavaModifier.ABSTRACT)
        .check(CORE);
  }

  @Test
  void exceptionsSayWhatIsWrong() {
    NO_CLASSES_SHOULD_THROW_GENERIC_EXCEPTIONS.check(CORE);
    noClasses()
        .should()
        .callConstructor(UnsupportedOperationException.class)
        .orShould()
        .callConstructor(UnsupportedOperationException.class, String.class)
        .check(CORE);
  }

  @Test
  void nothingIsPrinted() {
    NO_CLASSES_SHOULD_ACCESS_STANDARD_STREAMS.check(CORE);
  }

  @Test
  void everyCompositeHasARow() {
    Set<String> composites =
        CORE.stream()
            .filter(c -> c.isAssignableTo(Composite.class) && !c.isInterface())
            .map(JavaClass::getName)
            .collect(Collectors.toUnmodifiableSet());
    assertThat(composites).hasSizeGreaterThan(3);
    assertThat(Coverage.compositesIn(CompositeCases.all())).containsAll(composites);
  }

  @Test
  void loweringsHaveOneMethodForEachPrimitive() {
    assertThat(Stream.of(Lowering.class.getMethods()).filter(method -> !method.isDefault()).count())
        .isEqualTo(Coverage.primitives().size());
  }

  private static List<String> above(String layer) {
    return LAYERS.subList(LAYERS.indexOf(layer) + 1, LAYERS.size());
  }

  private static List<String> others(String... layers) {
    return LAYERS.stream().filter(layer -> !List.of(layers).contains(layer)).toList();
  }

  private static DescribedPredicate<JavaClass> inLayers(List<String> layers) {
    return DescribedPredicate.describe(
        "in " + layers, c -> c.getPackageName().startsWith(ROOT) && layers.contains(layer(c)));
  }

  /** The first name after the root package. */
  private static String layer(JavaClass c) {
    return c.getPackageName().substring(ROOT.length()).split("\\.", -1)[0];
  }
}
