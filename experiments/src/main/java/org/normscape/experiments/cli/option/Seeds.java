package org.normscape.experiments.cli.option;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/**
 * Seeds that follow one another, as {@code --seeds} takes them: {@code 3}, or {@code 1..5}.
 *
 * @param first the first
 * @param last the last
 */
record Seeds(long first, long last) {

  private static final int MOST = 10_000;

  /** Each of them. */
  Stream<Long> all() {
    return LongStream.rangeClosed(first, last).boxed();
  }

  /** Reads them. */
  static final class Converter implements ITypeConverter<Seeds> {

    private static final Pattern FORM = Pattern.compile("(-?\\d{1,18})(?:[.][.](-?\\d{1,18}))?");

    @Override
    public Seeds convert(String text) {
      Matcher form = FORM.matcher(text.strip());
      if (!form.matches()) {
        throw new TypeConversionException(
            "'%s' is neither a whole number nor a range such as 1..5".formatted(text));
      }
      long first = Long.parseLong(form.group(1));
      long last = form.group(2) == null ? first : Long.parseLong(form.group(2));
      if (last < first || last - first >= MOST) {
        throw new TypeConversionException(
            "'%s' is not a range of 1 to %s seeds".formatted(text, MOST));
      }
      return new Seeds(first, last);
    }
  }
}
