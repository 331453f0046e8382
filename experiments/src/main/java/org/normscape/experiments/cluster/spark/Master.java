package org.normscape.experiments.cluster.spark;

import java.util.regex.Pattern;
import org.normscape.experiments.UserError;

/**
 * The master of a Spark cluster.
 *
 * @param url as Spark spells it
 */
public record Master(String url) {

  private static final Pattern LOCAL =
      Pattern.compile("local(\\[(\\*|[1-9]\\d{0,4})(,[1-9]\\d*)?])?");
  private static final Pattern ELSEWHERE =
      Pattern.compile("spark://[^/,:]+:\\d{1,5}(,[^/,:]+:\\d{1,5})*|yarn|k8s://.+");

  /**
   * Checks the spelling.
   *
   * @throws UserError when it is none
   */
  public static Master parse(String url) {
    if (!LOCAL.matcher(url).matches() && !ELSEWHERE.matcher(url).matches()) {
      throw UserError.usage(
          "--spark: must be local[N], spark://HOST:PORT, yarn or k8s://URL, but it is \"%s\". To fix: write --spark \"local[2]\" for this machine, or the address that the page of the cluster's master shows."
              .formatted(url));
    }
    return new Master(url);
  }

  /** Whether all is on this machine. */
  public boolean isLocal() {
    return LOCAL.matcher(url).matches();
  }
}
