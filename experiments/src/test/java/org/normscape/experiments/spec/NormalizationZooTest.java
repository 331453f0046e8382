package org.normscape.experiments.spec;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.ServiceLoader;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.normscape.component.Name;
import org.normscape.norm.Normalization;

/** The experiment of all normalizations has a cell for each that there is. */
final class NormalizationZooTest {

  @ParameterizedTest
  @ValueSource(strings = {"tiny", "smoke", "laptop", "paper"})
  void hasACellForEachNormalization(String scale) {
    Set<String> there =
        ServiceLoader.load(Normalization.class).stream()
            .map(provider -> Name.of(provider.type()))
            .collect(Collectors.toCollection(TreeSet::new));
    ExperimentSpec zoo = Catalog.resolve("normalization-zoo", scale, List.of());
    for (CellSpec cell : zoo.cells()) {
      String kind = Name.of(cell.normalization().getClass());
      assertThat(cell.name()).as("its name").startsWith(kind + "@");
    }
    assertThat(zoo.cells())
        .extracting(cell -> Name.of(cell.normalization().getClass()))
        .as("write { name = KIND, normalization = KIND } into normalization-zoo.conf")
        .containsAll(there);
    List<String> names = zoo.cells().stream().map(CellSpec::name).toList();
    zoo.figures().forEach(figure -> figure.check(zoo.quantities(), names));
  }
}
