package org.normscape.backend.nd4j.fusion;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.nd4j.linalg.api.buffer.DataType;
import org.normscape.backend.nd4j.plan.PlanStep;
import org.normscape.backend.nd4j.plan.Recorded;
import org.normscape.backend.nd4j.plan.Slot;
import org.normscape.backend.nd4j.plan.View;

/** Which steps run together, and in which order the groups do. */
final class GroupsTest {

  private static final int SIZE = 100;

  private final List<Recorded> steps = new ArrayList<>();

  private static Slot slot(int length) {
    return new Slot(DataType.DOUBLE, length, new Slot.Source.Computed());
  }

  private static View repeated(Slot number) {
    return new View(number, DataType.DOUBLE, 0, List.of(SIZE), List.of(0));
  }

  private Slot pointwise(Operator operator, View... in) {
    Slot z = slot(operator instanceof Operator.OfAll ? 1 : in[0].size());
    steps.add(new Pointwise(operator, List.of(in), z));
    return z;
  }

  private Slot add(Slot x, Slot y) {
    return pointwise(Binary.ADD, View.flat(x), View.flat(y));
  }

  private Slot other(Slot... in) {
    Slot z = slot(SIZE);
    steps.add(new PlanStep(List.of(in), List.of(z), List.of(), binding -> () -> {}));
    return z;
  }

  private List<List<Integer>> groups() {
    return Groups.of(steps).stream()
        .map(group -> group.stream().map(steps::indexOf).toList())
        .toList();
  }

  @Test
  void aChainIsOneGroup() {
    Slot x = slot(SIZE);
    Slot y = add(x, x);
    add(y, add(y, x));

    assertThat(groups()).containsExactly(List.of(0, 1, 2));
  }

  @Test
  void stepsOfOtherSizesStandApart() {
    Slot x = slot(SIZE);
    add(x, x);
    Slot one = slot(1);
    add(one, one);

    assertThat(groups()).containsExactly(List.of(0), List.of(1));
  }

  @Test
  void whatWaitsForAnotherStepIsNotInTheGroupItWaitsFor() {
    Slot x = slot(SIZE);
    Slot y = add(x, x);
    Slot z = other(y);
    add(y, z);

    assertThat(groups()).containsExactly(List.of(0), List.of(1), List.of(2));
  }

  @Test
  void aGroupWaitsForTheLastThingItNeeds() {
    Slot x = slot(SIZE);
    Slot y = add(x, x);
    Slot z = other(x);
    add(y, z);

    assertThat(groups()).containsExactly(List.of(1), List.of(0, 2));
  }

  @Test
  void twoReadersOfOneValueJoinUnlessSomethingIsBetween() {
    Slot x = slot(SIZE);
    Slot y = add(x, x);
    Slot first = add(y, x);
    add(y, y);
    add(y, other(first));

    assertThat(groups()).containsExactly(List.of(0, 1, 2), List.of(3), List.of(4));
  }

  @Test
  void aMaximumEndsItsGroup() {
    Slot x = slot(SIZE);
    Slot y = add(x, x);
    Slot largest = pointwise(new Operator.Largest(), View.flat(y));
    pointwise(Binary.DIVIDE, View.flat(y), repeated(largest));

    assertThat(groups()).containsExactly(List.of(0, 1), List.of(2));
  }

  @Test
  void whatIsReadInAnotherOrderWasWrittenBefore() {
    Slot x = slot(SIZE);
    Slot y = add(x, x);
    View turned = new View(y, DataType.DOUBLE, 0, List.of(10, 10), List.of(1, 10));
    pointwise(Unary.NEGATE, turned);

    assertThat(groups()).containsExactly(List.of(0), List.of(1));
  }

  @Test
  void whatIsOverwrittenWasReadBefore() {
    Slot x = slot(SIZE);
    Slot y = add(x, x);
    steps.add(new PlanStep(List.of(), List.of(x), List.of(), binding -> () -> {}));
    add(y, x);

    assertThat(groups()).containsExactly(List.of(0), List.of(1), List.of(2));
  }
}
