package org.normscape.backend.nd4j;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.normscape.backend.Array;
import org.normscape.backend.Compilation;
import org.normscape.backend.Executable;
import org.normscape.backend.nd4j.memory.Block;
import org.normscape.backend.nd4j.memory.Memory;
import org.normscape.backend.nd4j.plan.Plan;
import org.normscape.ir.Program;
import org.normscape.ir.TensorType;

/** A plan that is ready to run; one run at a time, whatever the number of threads. */
public final class Nd4jExecutable implements Executable {

  private final Program program;
  private final Compilation compilation;
  private final Memory memory;
  private final Plan plan;
  private boolean closed;

  Nd4jExecutable(Program program, Compilation compilation, Memory memory, Plan plan) {
    this.program = program;
    this.compilation = compilation;
    this.memory = memory;
    this.plan = plan;
  }

  @Override
  public Program program() {
    return program;
  }

  @Override
  public Compilation compilation() {
    return compilation;
  }

  @Override
  public synchronized List<Array> run(List<Array> arguments) {
    if (closed || memory.isClosed()) {
      throw new IllegalStateException(
          "run: the executable must be open, but it was closed. To fix: close it last.");
    }
    Executable.check(program, compilation, arguments);
    List<Nd4jArray> arrays = own(arguments);
    List<Block> borrowed = new ArrayList<>();
    List<Block> results = List.of();
    try {
      arrays.forEach(a -> borrowed.add(a.borrow()));
      results = plan.run(borrowed);
    } finally {
      giveBack(arrays.subList(0, borrowed.size()), borrowed, results);
    }
    return wrap(results);
  }

  private List<Nd4jArray> own(List<Array> arguments) {
    List<Nd4jArray> arrays = new ArrayList<>();
    for (Array argument : arguments) {
      if (!(argument instanceof Nd4jArray array) || array.memory() != memory) {
        throw new IllegalArgumentException(
            "run: arguments must be arrays of the backend that compiled the program, but %s is not. To fix: make it with this backend's array(...)."
                .formatted(argument));
      }
      arrays.add(array);
    }
    return arrays;
  }

  /**
   * Ends the loan of the arguments; donated ones are gone, and their memory if no result took it.
   */
  private void giveBack(List<Nd4jArray> arrays, List<Block> borrowed, List<Block> results) {
    Set<Block> taken = new HashSet<>(results);
    for (int i = 0; i < arrays.size(); i++) {
      if (compilation.donated().contains(i)) {
        arrays.get(i).giveAway();
        if (!taken.contains(borrowed.get(i))) {
          memory.free(borrowed.get(i));
        }
      } else {
        arrays.get(i).giveBack();
      }
    }
  }

  private List<Array> wrap(List<Block> results) {
    List<TensorType> types = program.resultTypes();
    return IntStream.range(0, results.size())
        .<Array>mapToObj(i -> new Nd4jArray(types.get(i), memory, results.get(i)))
        .toList();
  }

  @Override
  public synchronized void close() {
    if (!closed) {
      closed = true;
      plan.close();
    }
  }
}
