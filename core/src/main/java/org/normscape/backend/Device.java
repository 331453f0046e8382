package org.normscape.backend;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Where arrays live and programs run.
 *
 * @param kind the kind of processor
 * @param index which one of that kind, from 0
 */
public record Device(Kind kind, int index) {

  /** The kinds of processors. */
  public enum Kind {
    /** The processor. */
    CPU,
    /** A graphics processor. */
    GPU
  }

  /** The processor of this machine. */
  public static final Device CPU = new Device(Kind.CPU, 0);

  private static final Pattern TEXT = Pattern.compile("cpu|gpu(?::(\\d{1,3}))?");

  /** The GPU with this index. */
  public static Device gpu(int index) {
    return new Device(Kind.GPU, index);
  }

  /**
   * Reads {@code cpu}, {@code gpu} (the first one) or {@code gpu:N}.
   *
   * @throws IllegalArgumentException when the text is none of these
   */
  public static Device parse(String text) {
    Matcher matcher = TEXT.matcher(text);
    if (!matcher.matches()) {
      throw new IllegalArgumentException(
          "device: must be cpu, gpu or gpu:N, but it is \"%s\". To fix: use one of these."
              .formatted(text));
    }
    if (text.equals("cpu")) {
      return CPU;
    }
    return gpu(matcher.group(1) == null ? 0 : Integer.parseInt(matcher.group(1)));
  }

  @Override
  public String toString() {
    return kind == Kind.CPU ? "cpu" : "gpu:" + index;
  }
}
