public enum Uncommented {
  ONE,
  /** Its second one. */
  TWO;

  public String said() {
    return name();
  }

  @Override
  public String toString() {
    return name();
  }

  /**
   * A record with a component that nobody explains.
   *
   * @param width in metres
   */
  public record Measured(double width, double length) {}

  private record Hidden(int it) {}
}
