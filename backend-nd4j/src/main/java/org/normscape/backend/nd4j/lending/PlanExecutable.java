package org.normscape.backend.nd4j.lending;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.normscape.backend.Array;
import org.normscape.backend.Compilation;
import org.normscape.backend.Executable;
import org.normscape.ir.Program;
import org.normscape.ir.TensorType;

/**
 * A plan with the arrays that it takes and gives; one run at a time, whatever the number of
 * threads.
 *
 * @param <B> a piece of memory, equal to nothing but itself
 */
public final class PlanExecutable<B> implements Executable {

  private final Program program;
  private final Compilation compilation;
  private final Lender<B> lender;
  private final BoundPlan<B> plan;
  private final Wrapper<B> wrapper;
  private boolean closed;

  /**
   * Makes arrays out of memory.
   *
   * @param <B> a piece of memory
   */
  @FunctionalInterface
  public interface Wrapper<B> {

    /** The array of this type in this memory. */
    LentArray<B> wrap(TensorType type, B piece);
  }

  /** A program that was planned. */
  public PlanExecutable(
      Program program,
      Compilation compilation,
      Lender<B> lender,
      BoundPlan<B> plan,
      Wrapper<B> wrapper) {
    this.program = program;
    this.compilation = compilation;
    this.lender = lender;
    this.plan = plan;
    this.wrapper = wrapper;
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
    if (closed || lender.isClosed()) {
      throw new IllegalStateException(
          "run: the executable must be open, but it was closed. To fix: close it last.");
    }
    Executable.check(program, compilation, arguments);
    List<LentArray<B>> arrays = own(arguments);
    List<B> borrowed = new ArrayList<>();
    List<B> results = List.of();
    try {
      arrays.forEach(a -> borrowed.add(a.borrow()));
      results = plan.run(borrowed);
    } finally {
      giveBack(arrays.subList(0, borrowed.size()), borrowed, results);
    }
    return wrap(results);
  }

  @SuppressWarnings("unchecked") // Arrays of one lender have pieces of one kind.
  private List<LentArray<B>> own(List<Array> arguments) {
    List<LentArray<B>> arrays = new ArrayList<>();
    for (Array argument : arguments) {
      if (!(argument instanceof LentArray<?> array) || array.lender() != lender) {
        throw new IllegalArgumentException(
            "run: arguments must be arrays of the backend that compiled the program, but %s is not. To fix: make it with this backend's array(...)."
                .formatted(argument));
      }
      arrays.add((LentArray<B>) array);
    }
    return arrays;
  }

  /**
   * Ends the loan of the arguments; donated ones are gone, and their memory if no result took it.
   */
  private void giveBack(List<LentArray<B>> arrays, List<B> borrowed, List<B> results) {
    Set<B> taken = new HashSet<>(results);
    for (int i = 0; i < arrays.size(); i++) {
      if (compilation.donated().contains(i)) {
        arrays.get(i).giveAway();
        if (!taken.contains(borrowed.get(i))) {
          lender.free(borrowed.get(i));
        }
      } else {
        arrays.get(i).giveBack();
      }
    }
  }

  private List<Array> wrap(List<B> results) {
    List<TensorType> types = program.resultTypes();
    return IntStream.range(0, results.size())
        .<Array>mapToObj(i -> wrapper.wrap(types.get(i), results.get(i)))
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
