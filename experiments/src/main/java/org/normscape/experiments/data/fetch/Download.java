package org.normscape.experiments.data.fetch;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import org.normscape.experiments.UserError;

/** Brings a file over HTTP, and goes on from what an earlier attempt left (RFC 9110, §14). */
final class Download {

  private static final int OK = 200;
  private static final int PARTIAL = 206;
  private static final int NOT_SATISFIABLE = 416;
  private static final Duration CONNECT_TIMEOUT = Duration.ofSeconds(30);
  private static final Duration ANSWER_TIMEOUT = Duration.ofSeconds(60);

  private final URI source;
  private final Path target;
  private final Fetch.Listener listener;

  private Download(URI source, Path target, Fetch.Listener listener) {
    this.source = source;
    this.target = target;
    this.listener = listener;
  }

  /**
   * Brings what is missing.
   *
   * @param source where the file is
   * @param target where it goes; what is already there is kept and continued
   * @param listener told how many bytes are there
   * @throws UserError when the connection breaks or the server has no such file
   * @throws IOException when the file cannot be written
   */
  static void run(URI source, Path target, Fetch.Listener listener) throws IOException {
    Download download = new Download(source, target, listener);
    long have = Files.exists(target) ? Files.size(target) : 0;
    if (have == 0 || !download.goOn(have)) {
      download.begin();
    }
  }

  /** Asks for what follows the bytes that are there; whether the server could say. */
  private boolean goOn(long have) throws IOException {
    HttpResponse<InputStream> response =
        send(HttpRequest.newBuilder(source).header("Range", "bytes=%s-".formatted(have)));
    try (InputStream body = response.body()) {
      switch (response.statusCode()) {
        case OK -> receive(body, Files.newOutputStream(target), 0, length(response));
        case PARTIAL -> {
          if (!range(response).startsWith("bytes %s-".formatted(have))) {
            return false;
          }
          OutputStream file = Files.newOutputStream(target, StandardOpenOption.APPEND);
          receive(body, file, have, have + length(response));
        }
        case NOT_SATISFIABLE -> {
          if (!range(response).equals("bytes */" + have)) {
            return false;
          }
          listener.received(have, have);
        }
        default -> throw refused(response);
      }
    }
    return true;
  }

  private void begin() throws IOException {
    HttpResponse<InputStream> response = send(HttpRequest.newBuilder(source));
    try (InputStream body = response.body()) {
      if (response.statusCode() != OK) {
        throw refused(response);
      }
      receive(body, Files.newOutputStream(target), 0, length(response));
    }
  }

  private HttpResponse<InputStream> send(HttpRequest.Builder request) {
    HttpClient client =
        HttpClient.newBuilder()
            .followRedirects(HttpClient.Redirect.NORMAL)
            .connectTimeout(CONNECT_TIMEOUT)
            .build();
    try {
      return client.send(
          request.timeout(ANSWER_TIMEOUT).build(), HttpResponse.BodyHandlers.ofInputStream());
    } catch (IOException | IllegalArgumentException e) {
      throw broken(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw UserError.failure("fetch: was interrupted. To fix: run the command again.", e);
    }
  }

  private void receive(InputStream body, OutputStream to, long have, long total)
      throws IOException {
    long received = have;
    byte[] buffer = new byte[1 << 16];
    try (OutputStream file = to) {
      for (int n = read(body, buffer); n >= 0; n = read(body, buffer)) {
        file.write(buffer, 0, n);
        received += n;
        listener.received(received, total);
      }
    }
  }

  private int read(InputStream body, byte[] buffer) {
    try {
      return body.read(buffer);
    } catch (IOException e) {
      throw broken(e);
    }
  }

  private static long length(HttpResponse<InputStream> response) {
    return response.headers().firstValueAsLong("Content-Length").orElse(0);
  }

  private static String range(HttpResponse<InputStream> response) {
    return response.headers().firstValue("Content-Range").orElse("");
  }

  private static UserError refused(HttpResponse<InputStream> response) {
    return UserError.failure(
        "fetch: %s must answer 200 or 206, but it answered %s. To fix: try later, or bring the files by hand and name their folder with --data."
            .formatted(response.uri(), response.statusCode()));
  }

  private UserError broken(Exception e) {
    String said = e.getMessage() == null ? e.getClass().getSimpleName() : e.getMessage();
    return UserError.failure(
        "fetch: %s must be reachable, but the connection failed (%s). To fix: run the command again; it goes on where it stopped."
            .formatted(source, said),
        e);
  }
}
