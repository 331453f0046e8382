package org.normscape.probe.when;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Optional;
import java.util.ServiceLoader;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.normscape.component.InvalidComponent;
import org.normscape.probe.Past;
import org.normscape.probe.When;

class WhenTest {

  private static List<Integer> due(When when, int steps) {
    return IntStream.rangeClosed(0, steps).filter(s -> when.isDue(s, steps)).boxed().toList();
  }

  @Test
  void everyIsTheFirstStepAndThenMultiples() {
    assertThat(due(new Every(4, 0), 12)).containsExactly(0, 4, 8);
    assertThat(due(new Every(4, 3), 13)).containsExactly(3, 4, 8, 12);
    assertThat(due(new Every(), 3)).containsExactly(0, 1, 2);
  }

  @Test
  void startAndEndAreBeforeTheFirstAndAfterTheLastUpdate() {
    assertThat(due(new AtStart(), 5)).containsExactly(0);
    assertThat(due(new AtEnd(), 5)).containsExactly(5);
    assertThat(due(new AtSteps(List.of(1, 5, 9)), 5)).containsExactly(1, 5);
  }

  @Test
  void severalSchedulesAreOneWithoutRepetition() {
    When either = new AnyOf(List.of(new Every(2, 0), new AtSteps(List.of(0, 1)), new AtEnd()));
    assertThat(due(either, 4)).containsExactly(0, 1, 2, 4);
  }

  @Test
  void withoutTrainingTheOnlyPointIsFirstAndLast() {
    assertThat(due(new Every(10, 0), 0)).containsExactly(0);
    assertThat(due(new AtStart(), 0)).containsExactly(0);
    assertThat(due(new AtEnd(), 0)).containsExactly(0);
    assertThat(due(new LogSpaced(), 0)).containsExactly(0);
    assertThat(due(new Every(10, 1), 0)).isEmpty();
  }

  @Test
  void logSpacedStepsGrowEvenlyInTheLogarithm() {
    assertThat(due(new LogSpaced(5), 1000)).containsExactly(0, 5, 31, 177, 999);
    assertThat(due(new LogSpaced(4), 8)).containsExactly(0, 1, 3, 7);
  }

  @ParameterizedTest
  @CsvSource({"20,1000", "20,25", "20,20", "7,9", "50,60", "2,2", "30,31"})
  void logSpacedStepsAreAsManyAsAskedFromTheFirstToTheLast(int count, int steps) {
    assertThat(due(new LogSpaced(count), steps)).hasSize(count).startsWith(0).endsWith(steps - 1);
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 5, 19})
  void logSpacedStepsAreAllStepsWhereThereAreFewer(int steps) {
    assertThat(due(new LogSpaced(20), steps)).hasSize(steps);
  }

  @Test
  void everyScheduleHasAServiceWithDefaults() {
    assertThat(ServiceLoader.load(When.class))
        .contains(
            new Every(),
            new LogSpaced(),
            new AtSteps(),
            new AtStart(),
            new AtEnd(),
            new AnyOf(),
            new Crossing());
  }

  /** Steps at which a schedule is due where a loss was measured at every step. */
  private static List<Integer> due(When when, double... losses) {
    Past past =
        (metric, step) ->
            metric.equals("train_loss") && step > 0
                ? Optional.of(new Past.Change(losses[step - 1], losses[step]))
                : Optional.empty();
    return IntStream.range(0, losses.length + 1)
        .filter(step -> when.isDue(step, losses.length, past))
        .boxed()
        .toList();
  }

  @Test
  void aCrossingIsDueAtTheStepAfterIt() {
    double[] losses = {3, 2, 0.9, 0.8, 1, Double.NaN, 0.5, 4};
    assertThat(due(new Crossing(), losses)).containsExactly(3);
    assertThat(due(new Crossing("train_loss", 1, Crossing.Way.UPWARD), losses))
        .containsExactly(5, 8);
    assertThat(due(new Crossing("train_loss", 1, Crossing.Way.EITHER), losses))
        .containsExactly(3, 5, 8);
    assertThat(due(new Crossing("test_loss", 1, Crossing.Way.EITHER), losses)).isEmpty();
    When either = new AnyOf(List.of(new AtStart(), new Crossing()));
    assertThat(due(either, losses)).containsExactly(0, 3);
    assertThat(either.watches()).containsExactly("train_loss");
    assertThat(new Every().watches()).isEmpty();
  }

  @Test
  void aComponentThatIsWrongIsNamed() {
    assertThatThrownBy(() -> new Every(0, 0))
        .isInstanceOf(InvalidComponent.class)
        .hasMessage(
            "Every: every must be greater than 0, but it is 0. To fix: set a value that is allowed.");
    assertThatThrownBy(() -> new Every(1, -1)).hasMessageContaining("Every: first must be");
    assertThatThrownBy(() -> new LogSpaced(1)).hasMessageContaining("count must be at least 2");
    assertThatThrownBy(() -> new AtSteps(List.of(3, -1))).hasMessageContaining("[3, -1]");
    assertThatThrownBy(() -> new Crossing(" ", 1, Crossing.Way.UPWARD))
        .hasMessageContaining("quantity must name a quantity");
    assertThatThrownBy(() -> new AnyOf(List.of())).hasMessageContaining("must name a schedule");
  }
}
