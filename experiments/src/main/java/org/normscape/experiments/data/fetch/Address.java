package org.normscape.experiments.data.fetch;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.normscape.experiments.UserError;

/** An address from which a file can be downloaded. */
public final class Address {

  private static final Set<String> SCHEMES = Set.of("http", "https");
  private static final int LAST_PORT = 65_535;

  private Address() {}

  /**
   * Reads an address.
   *
   * @param what whose it is, for the message
   * @throws UserError when nothing can be downloaded from there
   */
  public static URI parse(String what, String text) {
    return uri(text.strip())
        .filter(Address::isUsable)
        .orElseThrow(
            () ->
                UserError.usage(
                    "%s: must be an address such as https://host/file.tar.gz, but it is \"%s\". To fix: give such an address; files that are on this machine already are named with --data."
                        .formatted(what, text)));
  }

  private static Optional<URI> uri(String text) {
    try {
      return Optional.of(new URI(text));
    } catch (URISyntaxException e) {
      return Optional.empty();
    }
  }

  private static boolean isUsable(URI uri) {
    return uri.getScheme() != null
        && SCHEMES.contains(uri.getScheme().toLowerCase(Locale.ROOT))
        && uri.getHost() != null
        && uri.getPort() != 0
        && uri.getPort() <= LAST_PORT;
  }
}
