package org.normscape.backend.nd4j.memory;

import java.nio.DoubleBuffer;
import java.nio.FloatBuffer;
import java.util.List;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import org.bytedeco.javacpp.DoublePointer;
import org.bytedeco.javacpp.FloatPointer;
import org.bytedeco.javacpp.Pointer;
import org.nd4j.linalg.api.buffer.DataType;

/** Floating-point numbers outside the Java heap, read and written in runs. */
public sealed interface Lane {

  /** The most elements of one buffer: a buffer counts its bytes in an int. */
  int LONGEST = 1 << 27;

  /** Reads {@code count} elements from the one at {@code from} on. */
  void read(int from, double[] into, int at, int count);

  /** Writes {@code count} elements from the one at {@code from} on, rounded to nearest. */
  void write(int from, double[] values, int at, int count);

  /** Reads {@code count} elements into a register of their type. */
  void read(int from, Register into, int at, int count);

  /** Writes {@code count} elements of a register of their type. */
  void write(int from, Register values, int at, int count);

  /**
   * Copies {@code count} elements to a lane of the same type.
   *
   * @param from the first one
   * @param step the distance between neighbours
   * @param at where the first one goes
   * @param toStep the distance between neighbours there
   */
  default void copy(int from, int step, Lane to, int at, int toStep, int count) {
    int here = Math.min(within(from % LONGEST, step, count), within(at % LONGEST, toStep, count));
    copyInOnePart(from, step, to, at, toStep, here);
    if (here < count) {
      copy(from + here * step, step, to, at + here * toStep, toStep, count - here);
    }
  }

  /** As {@link #copy}, of elements that lie in one buffer here, and in one there. */
  void copyInOnePart(int from, int step, Lane to, int at, int toStep, int count);

  /** How many of {@code count} elements in steps lie in the buffer of the first one. */
  private static int within(int first, int step, int count) {
    return step == 0 ? count : Math.min(count, (LONGEST - 1 - first) / step + 1);
  }

  /** The element at {@code from}. */
  default double read(int from) {
    double[] one = new double[1];
    read(from, one, 0, 1);
    return one[0];
  }

  /** Writes the element at {@code from}. */
  default void write(int from, double value) {
    write(from, new double[] {value}, 0, 1);
  }

  /** The {@code length} elements that begin at {@code start}. */
  static Lane of(DataType dtype, Pointer start, int length) {
    int parts = (length - 1) / LONGEST + 1;
    return dtype == DataType.DOUBLE
        ? new Doubles(part(parts, i -> doubles(start, i, length)))
        : new Floats(part(parts, i -> floats(start, i, length)));
  }

  private static <T> List<T> part(int parts, IntFunction<T> make) {
    return IntStream.range(0, parts).mapToObj(make).toList();
  }

  private static DoubleBuffer doubles(Pointer start, int part, int length) {
    long first = (long) part * LONGEST;
    DoublePointer from = new DoublePointer(start).getPointer(first);
    return from.capacity(Math.min(LONGEST, length - first)).asBuffer();
  }

  private static FloatBuffer floats(Pointer start, int part, int length) {
    long first = (long) part * LONGEST;
    FloatPointer from = new FloatPointer(start).getPointer(first);
    return from.capacity(Math.min(LONGEST, length - first)).asBuffer();
  }

  /**
   * Elements of float64.
   *
   * @param parts the memory in pieces that Java can address, in order
   */
  record Doubles(List<DoubleBuffer> parts) implements Lane {
    @Override
    public void copyInOnePart(int from, int step, Lane to, int at, int toStep, int count) {
      DoubleBuffer x = parts.get(from / LONGEST);
      DoubleBuffer z = ((Doubles) to).parts.get(at / LONGEST);
      int first = from % LONGEST;
      int toFirst = at % LONGEST;
      if (step == 1 && toStep == 1) {
        z.put(toFirst, x, first, count);
        return;
      }
      for (int i = 0; i < count; i++) {
        z.put(toFirst + i * toStep, x.get(first + i * step));
      }
    }

    @Override
    public void read(int from, Register into, int at, int count) {
      read(from, ((Register.Doubles) into).values(), at, count);
    }

    @Override
    public void write(int from, Register values, int at, int count) {
      write(from, ((Register.Doubles) values).values(), at, count);
    }

    @Override
    public void read(int from, double[] into, int at, int count) {
      int first = from % LONGEST;
      int here = Math.min(count, LONGEST - first);
      parts.get(from / LONGEST).get(first, into, at, here);
      if (here < count) {
        read(from + here, into, at + here, count - here);
      }
    }

    @Override
    public void write(int from, double[] values, int at, int count) {
      int first = from % LONGEST;
      int here = Math.min(count, LONGEST - first);
      parts.get(from / LONGEST).put(first, values, at, here);
      if (here < count) {
        write(from + here, values, at + here, count - here);
      }
    }
  }

  /**
   * Elements of float32.
   *
   * @param parts the memory in pieces that Java can address, in order
   */
  record Floats(List<FloatBuffer> parts) implements Lane {
    @Override
    public void copyInOnePart(int from, int step, Lane to, int at, int toStep, int count) {
      FloatBuffer x = parts.get(from / LONGEST);
      FloatBuffer z = ((Floats) to).parts.get(at / LONGEST);
      int first = from % LONGEST;
      int toFirst = at % LONGEST;
      if (step == 1 && toStep == 1) {
        z.put(toFirst, x, first, count);
        return;
      }
      for (int i = 0; i < count; i++) {
        z.put(toFirst + i * toStep, x.get(first + i * step));
      }
    }

    @Override
    public void read(int from, Register into, int at, int count) {
      int first = from % LONGEST;
      int here = Math.min(count, LONGEST - first);
      parts.get(from / LONGEST).get(first, ((Register.Floats) into).values(), at, here);
      if (here < count) {
        read(from + here, into, at + here, count - here);
      }
    }

    @Override
    public void write(int from, Register values, int at, int count) {
      int first = from % LONGEST;
      int here = Math.min(count, LONGEST - first);
      parts.get(from / LONGEST).put(first, ((Register.Floats) values).values(), at, here);
      if (here < count) {
        write(from + here, values, at + here, count - here);
      }
    }

    @Override
    public void read(int from, double[] into, int at, int count) {
      int first = from % LONGEST;
      int here = Math.min(count, LONGEST - first);
      FloatBuffer part = parts.get(from / LONGEST);
      for (int i = 0; i < here; i++) {
        into[at + i] = part.get(first + i);
      }
      if (here < count) {
        read(from + here, into, at + here, count - here);
      }
    }

    @Override
    public void write(int from, double[] values, int at, int count) {
      int first = from % LONGEST;
      int here = Math.min(count, LONGEST - first);
      FloatBuffer part = parts.get(from / LONGEST);
      for (int i = 0; i < here; i++) {
        part.put(first + i, (float) values[at + i]);
      }
      if (here < count) {
        write(from + here, values, at + here, count - here);
      }
    }
  }
}
