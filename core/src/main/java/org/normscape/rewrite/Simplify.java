package org.normscape.rewrite;

import java.util.List;
import org.normscape.ir.Program;

/**
 * Makes programs smaller without changing a bit of their results: dead and equal equations, what is
 * known when the program is written, and what does nothing. It comes last, before a program is
 * lowered: it drops {@code stop_gradient}, so its result is not to be differentiated.
 */
public final class Simplify {

  private static final List<Rewrite> RULES =
      List.of(new FoldConstants(), new DropIdentities(), new MergeLayouts());

  private Simplify() {}

  /** The program, rewritten until no rule applies. */
  public static Program apply(Program program) {
    Program before = program;
    Program after = Rewrite.rewrite(before, RULES);
    while (!after.equals(before)) {
      before = after;
      after = Rewrite.rewrite(before, RULES);
    }
    return after;
  }
}
