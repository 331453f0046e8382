package org.normscape.rewrite.exact;

import java.util.HashMap;
import java.util.Map;
import org.normscape.ir.Tensor;
import org.normscape.ir.Var;

/** What is known of the {@link Form} of each value of a program that is being written. */
final class Forms {

  /**
   * What is added and taken away to make a value canonical: 1.5 · 2<sup>−969</sup>. Around it
   * floats are 2<sup>−1021</sup> apart, so that anything up to half of that, 2<sup>−1022</sup>,
   * vanishes (a tie goes to the even neighbour, which is this number itself), and +0 remains. A
   * value of 2<sup>−915</sup> or more comes back as it was: the addend is less than half of its
   * last digit.
   */
  static final double ADDEND = 1.5 * 0x1p-969;

  private final Map<Var, Form> forms = new HashMap<>();

  /** The form of a value: {@link Form#RAW} when nothing is known; integers are what they are. */
  Form of(Tensor x) {
    return x.type().dtype().isFloating() ? forms.getOrDefault(x.var(), Form.RAW) : Form.CANONICAL;
  }

  /** Notes the form of a value. */
  Tensor note(Tensor x, Form form) {
    forms.put(x.var(), form);
    return x;
  }

  /** The value in a form as good as {@code needed}, rounded if it is not. */
  Tensor in(Form needed, Tensor x) {
    if (of(x).isAtLeast(needed)) {
      return x;
    }
    return of(x) == Form.SIGNED_ZERO ? unsigned(x) : rounded(x);
  }

  /** −0 + 0 is +0. */
  private Tensor unsigned(Tensor x) {
    return note(x.plus(0), Form.CANONICAL);
  }

  private Tensor rounded(Tensor x) {
    return note(x.plus(ADDEND).minus(ADDEND), Form.CANONICAL);
  }

  /** What {@link #in} makes of a number that is known when the program is written. */
  static double canonical(double value) {
    return value + ADDEND - ADDEND;
  }
}
