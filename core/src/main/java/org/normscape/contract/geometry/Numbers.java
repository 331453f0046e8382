package org.normscape.contract.geometry;

import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Lists of whole numbers that are made smaller one at a time. */
final class Numbers {

  private Numbers() {}

  /**
   * The lists in which one number is smaller: the least possible, halfway there, or less by one.
   *
   * @param numbers the numbers
   * @param least the least that each may be
   */
  static Stream<List<Integer>> smaller(List<Integer> numbers, List<Integer> least) {
    return IntStream.range(0, numbers.size())
        .boxed()
        .flatMap(
            i -> {
              int low = least.get(i);
              int now = numbers.get(i);
              return Stream.of(low, (low + now) / 2, now - 1)
                  .filter(number -> number >= low && number < now)
                  .distinct()
                  .map(number -> with(numbers, i, number));
            });
  }

  private static List<Integer> with(List<Integer> numbers, int place, int number) {
    return IntStream.range(0, numbers.size())
        .mapToObj(i -> i == place ? Integer.valueOf(number) : numbers.get(i))
        .toList();
  }
}
