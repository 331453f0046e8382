package org.normscape.backend.nd4j.fusion;

import java.util.List;
import org.normscape.backend.nd4j.memory.Register;

/** What is done to one block; registers, numbers and lanes are named by their positions. */
sealed interface Instruction {

  /** Does it. */
  void run(Frame frame);

  /** {@code z = lane}, element by element. */
  record Load(int lane, int z) implements Instruction {
    @Override
    public void run(Frame f) {
      f.lane(lane).read(f.from(), f.register(z), 0, f.count());
    }
  }

  /** {@code lane = x}, element by element. */
  record Store(int x, int lane) implements Instruction {
    @Override
    public void run(Frame f) {
      f.lane(lane).write(f.from(), f.register(x), 0, f.count());
    }
  }

  /** {@code z = number}, everywhere. */
  record Fill(int number, int z) implements Instruction {
    @Override
    public void run(Frame f) {
      f.register(z).fill(f.number(number), 0, f.count());
    }
  }

  /** {@code z = lane}, seen with these extents and strides. */
  record Gather(int lane, List<Integer> dims, List<Integer> strides, int z) implements Instruction {
    @Override
    public void run(Frame f) {
      int axis = dims.size() - 1;
      int run = dims.get(axis);
      int done = 0;
      while (done < f.count()) {
        int at = f.from() + done;
        int inner = at % run;
        int count = Math.min(run - inner, f.count() - done);
        row(f, start(at / run) + inner * strides.get(axis), strides.get(axis), done, count);
        done += count;
      }
    }

    /** Where the row with this number begins. */
    private int start(int row) {
      int start = 0;
      int rest = row;
      for (int a = dims.size() - 2; a >= 0; a--) {
        start += rest % dims.get(a) * strides.get(a);
        rest /= dims.get(a);
      }
      return start;
    }

    private void row(Frame f, int start, int stride, int at, int count) {
      Register to = f.register(z);
      if (stride == 1) {
        f.lane(lane).read(start, to, at, count);
      } else if (stride == 0) {
        to.fill(f.lane(lane).read(start), at, count);
      } else {
        for (int i = 0; i < count; i++) {
          f.lane(lane).read(start + i * stride, to, at + i, 1);
        }
      }
    }
  }

  /**
   * {@code z = width} elements of a lane, again and again.
   *
   * @param step how far apart in the lane lie those of one section and the next
   */
  record Tile(int lane, int step, int width, int z) implements Instruction {
    @Override
    public void run(Frame f) {
      f.lane(lane).read(f.from() * step, f.register(z), 0, Math.min(width, f.count()));
      f.register(z).repeat(width, f.count());
    }
  }

  /** {@code z = ∘x}. */
  record One(Unary operator, int x, int z) implements Instruction {
    @Override
    public void run(Frame f) {
      operator.run(f.register(x), f.register(z), f.count());
    }
  }

  /** {@code z = x ∘ y}. */
  record Two(Binary operator, int x, int y, int z) implements Instruction {
    @Override
    public void run(Frame f) {
      operator.run(f.register(x), f.register(y), f.register(z), f.count());
    }
  }

  /** {@code z = x ∘ number}, of float64. */
  record WithNumber(Binary operator, int x, int number, int z) implements Instruction {
    @Override
    public void run(Frame f) {
      operator.run(
          Loops.doubles(f.register(x)), f.number(number), Loops.doubles(f.register(z)), f.count());
    }
  }

  /** {@code z = number ∘ y}, of float64. */
  record OfNumber(Binary operator, int number, int y, int z) implements Instruction {
    @Override
    public void run(Frame f) {
      operator.run(
          f.number(number), Loops.doubles(f.register(y)), Loops.doubles(f.register(z)), f.count());
    }
  }

  /** {@code z = mask ≠ 0 ? x : y}. */
  record Choose(int mask, int x, int y, int z) implements Instruction {
    @Override
    public void run(Frame f) {
      Loops.choose(f.register(mask), f.register(x), f.register(y), f.register(z), f.count());
    }
  }

  /** One element of a lane: the largest of {@code x}. */
  record Largest(int x, int lane) implements Instruction {
    @Override
    public void run(Frame f) {
      f.lane(lane).write(f.from(), Loops.largest(f.register(x), f.count()));
    }
  }

  /** A row of a lane: the sum of the rows of {@code width} elements of {@code x}. */
  record SumOfRows(int x, int lane, int width) implements Instruction {
    @Override
    public void run(Frame f) {
      Loops.foldRows(f.register(x), width, f.count());
      f.lane(lane).write(f.from() * width, f.register(x), 0, width);
    }
  }
}
