package org.normscape.params;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.normscape.backend.Array;
import org.normscape.ir.TensorType;

class OwnerTest {

  private final List<String> closed = new ArrayList<>();

  /** An array that writes down when it is closed. */
  private Array array(String name) {
    return new Array() {
      @Override
      public TensorType type() {
        return TensorType.float64();
      }

      @Override
      public double[] toDoubles() {
        return new double[1];
      }

      @Override
      public void close() {
        closed.add(name);
      }
    };
  }

  @Test
  void closesTheLastFirstAndOnce() {
    Owner owner = new Owner();
    owner.own(array("first"));
    owner.own(Parameters.of("a", array("second")).and("b", array("third")));
    owner.close();
    owner.close();
    assertThat(closed).containsExactly("third", "second", "first");
  }

  @Test
  void lendsWhileItIsOpen() {
    Parameters<Array> arrays = Parameters.of("a", array("a"));
    Owner owner = new Owner();
    assertThat(owner.lent(owner.own(arrays))).isSameAs(arrays);
    owner.close();
    assertThatThrownBy(() -> owner.lent(arrays))
        .isInstanceOf(IllegalStateException.class)
        .hasMessage(
            "Owner: arrays must be used before their owner closes, but it is closed. To fix: read them earlier, or hand them over to an owner that lives longer.");
    assertThatThrownBy(() -> owner.own(arrays)).isInstanceOf(IllegalStateException.class);
    assertThatThrownBy(() -> owner.own(array("b"))).isInstanceOf(IllegalStateException.class);
  }

  @Test
  void closesNothingThatWasHandedOver() {
    Parameters<Array> leaving = Parameters.of("a", array("leaving"));
    Owner heir = new Owner();
    try (Owner owner = new Owner()) {
      owner.own(leaving);
      owner.own(array("staying"));
      heir.own(owner.handOver(leaving));
    }
    assertThat(closed).containsExactly("staying");
    heir.close();
    assertThat(closed).containsExactly("staying", "leaving");
  }

  @Test
  void handsOverOnce() {
    Parameters<Array> arrays = Parameters.of("a", array("a"));
    try (Owner owner = new Owner()) {
      owner.handOver(owner.own(arrays));
      assertThatThrownBy(() -> owner.handOver(arrays))
          .isInstanceOf(IllegalStateException.class)
          .hasMessage(
              "Owner: an array can be handed over once, by its owner, but one of these is not owned here. To fix: hand over what this owner was given, and only once.");
    }
    assertThat(closed).isEmpty();
  }
}
