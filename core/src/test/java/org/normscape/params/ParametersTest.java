package org.normscape.params;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;

class ParametersTest {

  @Test
  void isDividedByFirstNames() {
    Parameters<Integer> all = Parameters.of("b.x", 1).and("a.y.z", 2).and("c", 3).and("b.y", 4);
    Parameters<Parameters<Integer>> parts = all.divided();
    assertThat(parts.paths()).containsExactly("b", "a");
    for (String name : parts.paths()) {
      assertThat(parts.get(name)).isEqualTo(all.under(name));
      assertThat(parts.get(name).paths()).isEqualTo(all.under(name).paths());
    }
    assertThat(all.find("c")).hasValue(3);
    assertThat(all.find("d")).isEmpty();
  }

  private static final Parameters<Integer> BOTH =
      Parameters.of("conv.weight", 1).and("conv.bias", 2).and("dense.weight", 3);

  @Test
  void keepsTheOrderInWhichPathsWereAdded() {
    assertThat(BOTH.paths()).containsExactly("conv.weight", "conv.bias", "dense.weight");
    assertThat(BOTH.values()).containsExactly(1, 2, 3);
  }

  @Test
  void goesIntoAPrefixAndOutAgain() {
    assertThat(BOTH.within("model").under("model")).isEqualTo(BOTH);
    assertThat(BOTH.under("conv")).isEqualTo(Parameters.of("weight", 1).and("bias", 2));
    assertThat(BOTH.under("con")).isEqualTo(Parameters.none());
  }

  @Test
  void combinesByPathWhateverTheOrder() {
    Parameters<Integer> reversed =
        Parameters.of("dense.weight", 30).and("conv.bias", 20).and("conv.weight", 10);
    assertThat(BOTH.zip(reversed, Integer::sum).values()).containsExactly(11, 22, 33);
  }

  @Test
  void replacesSomeAndKeepsTheRest() {
    assertThat(BOTH.replacedBy(Parameters.of("conv.bias", 7)).values()).containsExactly(1, 7, 3);
    assertThatThrownBy(() -> BOTH.replacedBy(Parameters.of("norm.scale", 7)))
        .hasMessageContaining("no value is named \"norm.scale\"");
  }

  @Test
  void refusesWhatDoesNotFit() {
    assertThatThrownBy(() -> BOTH.get("conv"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(
            "Parameters: no value is named \"conv\", only [conv.weight, conv.bias, dense.weight]. To fix: use one of these paths.");
    assertThatThrownBy(() -> BOTH.and("conv.bias", 4)).hasMessageContaining("named twice");
    assertThatThrownBy(() -> BOTH.zip(Parameters.of("conv.bias", 4), Integer::sum))
        .hasMessageContaining("the same paths");
    assertThatThrownBy(() -> Parameters.like(BOTH, List.of(1)))
        .hasMessageContaining("one value for each of 3 paths");
  }
}
