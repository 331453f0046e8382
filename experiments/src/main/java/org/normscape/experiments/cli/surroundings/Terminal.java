package org.normscape.experiments.cli.surroundings;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;

/** The terminal, if there is one. */
public final class Terminal {

  private static final String PROPERTY = "normscape.terminal";
  private static final String COLUMNS = "normscape.columns";
  private static final int USUAL = 80;
  private static final String APART = "normscape.err";

  private Terminal() {}

  /** Whether complaints and progress go to a terminal, as the launcher found out. */
  public static boolean isThere() {
    return Boolean.getBoolean(PROPERTY);
  }

  /** How many characters fit into a line of it, as the launcher found out; 80 where it did not. */
  public static int columns() {
    int columns = Integer.getInteger(COLUMNS, USUAL);
    return columns > 0 ? columns : USUAL;
  }

  /**
   * Lets {@link System#err} write where the launcher's standard error is. What native code writes
   * to this process's standard error goes through a filter; Java's own lines, a progress bar's
   * above all, go past it, at descriptor 0.
   */
  public static void takeOver() {
    if (System.getProperty(APART) != null) {
      System.setErr(
          new PrintStream(new FileOutputStream(FileDescriptor.in), true, StandardCharsets.UTF_8));
    }
  }
}
