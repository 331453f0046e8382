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
            "must be a whole number or a range, but it is \"%s\". To fix: write \"1..5\" or \"1,2,3\""
                .formatted(text));
      }
      long first = Long.parseLong(form.group(1));
      long last = form.group(2) == null ? first : Long.parseLong(form.group(2));
      if (last < first) {
        throw new TypeConversionException(
            "must be a range from a smaller to a larger number, but it is \"%s\". To fix: write \"%s..%s\""
                .formatted(text, last, first));
      }
      if (last - first >= MOST) {
        throw new TypeConversionException(
            "must be a range of at most %s seeds, but it is \"%s\". To fix: write \"%s..%s\""
                .formatted(MOST, text, first, first + MOST - 1));
      }
      return new Seeds(first, last);
    }
  }
}
