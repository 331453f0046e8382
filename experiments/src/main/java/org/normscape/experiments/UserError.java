package org.normscape.experiments;

import java.io.Serial;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Something that the user can mend. Its message is shown alone, without a stack trace, and has the
 * form {@code <what>: <rule>, but <what was given>. To fix: <remedy>.}
 */
public final class UserError extends RuntimeException {

  @Serial private static final long serialVersionUID = 1;

  /** What went wrong, as the exit code says it. */
  public enum Kind {
    /** The request cannot be carried out here: missing data, a full disk, natives that fail. */
    FAILURE(1),
    /** The request makes no sense: an unknown word, a value out of range. */
    USAGE(2),
    /** The user has ended it: as the shell says of Ctrl-C. */
    INTERRUPTED(130);

    private final int exitCode;

    Kind(int exitCode) {
      this.exitCode = exitCode;
    }

    /** The exit code of the program. */
    public int exitCode() {
      return exitCode;
    }
  }

  private final Kind kind;

  private UserError(Kind kind, String message, @Nullable Throwable cause) {
    super(message, cause);
    this.kind = kind;
  }

  /** A request that makes no sense. */
  public static UserError usage(String message) {
    return new UserError(Kind.USAGE, message, null);
  }

  /** A request that cannot be carried out here. */
  public static UserError failure(String message) {
    return new UserError(Kind.FAILURE, message, null);
  }

  /** A request that cannot be carried out here, for this reason. */
  public static UserError failure(String message, Throwable cause) {
    return new UserError(Kind.FAILURE, message, cause);
  }

  /** A request that the user has ended early. */
  public static UserError interrupted(String message) {
    return new UserError(Kind.INTERRUPTED, message, null);
  }

  @Override
  public String getMessage() {
    return Objects.requireNonNull(super.getMessage());
  }

  /** What went wrong, as the exit code says it. */
  public Kind kind() {
    return kind;
  }
}
