package org.normscape.check;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.normscape.backend.Array;
import org.normscape.backend.Backend;
import org.normscape.backend.Compilation;
import org.normscape.backend.Executable;
import org.normscape.backend.ForwardingBackend;
import org.normscape.backend.Method;
import org.normscape.ir.Program;
import org.normscape.ir.TensorType;

/**
 * Another backend, but one of its methods is wrong: the results of every program that uses it are
 * spoilt.
 *
 * @param backend what computes
 * @param method the name of the method
 * @param fault what becomes of the results
 */
public record FaultyMethod(Backend backend, String method, Fault fault)
    implements ForwardingBackend {

  @Override
  public Executable compile(Program program, Compilation compilation) {
    Set<String> used = new HashSet<>();
    Executable executable =
        backend.compile(
            program,
            compilation.with(
                (call, methods) -> {
                  Method chosen = compilation.methods().choose(call, methods);
                  used.add(chosen.name());
                  return chosen;
                }));
    return used.contains(method) ? new Wrong(executable) : executable;
  }

  /** What can be wrong with a kernel. */
  public enum Fault {
    /** The last channel is half of what it should be. */
    LAST_CHANNEL {
      @Override
      boolean strikes(int index, int last, int size) {
        return index % last == last - 1;
      }
    },
    /** The very last element, a corner of the last image, was not written. */
    CORNER {
      @Override
      boolean strikes(int index, int last, int size) {
        return index == size - 1;
      }
    },
    /** One element in ten thousand, and at least one. */
    ONE_IN_TEN_THOUSAND {
      @Override
      boolean strikes(int index, int last, int size) {
        return index % 10_000 == Math.min(size / 2, 5_000);
      }
    };

    abstract boolean strikes(int index, int last, int size);
  }

  private double[] spoilt(TensorType type, double[] numbers) {
    int last = type.shape().rank() == 0 ? 1 : type.shape().dim(-1);
    for (int i = 0; i < numbers.length; i++) {
      if (fault.strikes(i, last, numbers.length)) {
        numbers[i] = numbers[i] / 2 + 0.01;
      }
    }
    return numbers;
  }

  final class Wrong implements Executable {

    private final Executable executable;

    Wrong(Executable executable) {
      this.executable = executable;
    }

    @Override
    public Program program() {
      return executable.program();
    }

    @Override
    public Compilation compilation() {
      return executable.compilation();
    }

    @Override
    public List<Array> run(List<Array> arguments) {
      List<Array> results = executable.run(arguments);
      try {
        return results.stream()
            .map(array -> backend.array(array.type(), spoilt(array.type(), array.toDoubles())))
            .toList();
      } finally {
        results.forEach(Array::close);
      }
    }

    @Override
    public void close() {
      executable.close();
    }
  }
}
