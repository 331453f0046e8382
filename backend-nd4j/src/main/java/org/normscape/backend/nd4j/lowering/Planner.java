package org.normscape.backend.nd4j.lowering;

import org.normscape.backend.Compilation;
import org.normscape.backend.nd4j.fusion.Fusion;
import org.normscape.backend.nd4j.memory.Memory;
import org.normscape.backend.nd4j.plan.Draft;
import org.normscape.backend.nd4j.plan.Natives;
import org.normscape.backend.nd4j.plan.Plan;
import org.normscape.backend.nd4j.plan.Recorder;
import org.normscape.ir.Program;

/** Makes plans from programs. */
public final class Planner {

  private Planner() {}

  /** The plan of a program. */
  public static Plan plan(
      Program program, Compilation compilation, Natives natives, Memory memory) {
    Recorder recorder = new Recorder();
    Nd4jLowering lowering = new Nd4jLowering(recorder, compilation.methods());
    Draft draft = Draft.of(program, compilation, recorder, lowering);
    return new Plan(
        natives,
        memory,
        Fusion.apply(draft.steps(), draft.results()),
        draft.parameters(),
        draft.results(),
        compilation.donated());
  }
}
