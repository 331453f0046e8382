package org.normscape.experiments.data;

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

  private Download() {}

  /**
   * Brings what is missing.
   *
   * @param source where the file is
   * @param target where it goes; what is already there is kept and continued
   * @param listener told how many bytes are there
   * @throws UserError when the connection breaks or the server has no such file
   */
  static void run(URI source, Path target, Fetch.Listener listener) {
    HttpClient client =
        HttpClient.newBuilder()
            .followRedirects(HttpClient.Redirect.NORMAL)
            .connectTimeout(CONNECT_TIMEOUT)
            .build();
    try {
      long have = Files.exists(target) ? Files.size(target) : 0;
      HttpRequest.Builder request = HttpRequest.newBuilder(source);
      if (have > 0) {
        request.header("Range", "bytes=%d-".formatted(have));
      }
      receive(
          client.send(request.build(), HttpResponse.BodyHandlers.ofInputStream()),
          target,
          listener);
    } catch (IOException e) {
      throw UserError.failure(
          "fetch: %s must be reachable, but the connection failed (%s). To fix: run the command again; it goes on where it stopped."
              .formatted(source, said(e)),
          e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw UserError.failure("fetch: was interrupted. To fix: run the command again.", e);
    }
  }

  private static void receive(
      HttpResponse<InputStream> response, Path target, Fetch.Listener listener) throws IOException {
    try (InputStream body = response.body()) {
      long coming = response.headers().firstValueAsLong("Content-Length").orElse(0);
      switch (response.statusCode()) {
        case OK -> append(body, Files.newOutputStream(target), 0, coming, listener);
        case PARTIAL -> {
          long have = Files.size(target);
          OutputStream file = Files.newOutputStream(target, StandardOpenOption.APPEND);
          append(body, file, have, have + coming, listener);
        }
        case NOT_SATISFIABLE -> listener.received(Files.size(target), Files.size(target));
        default ->
            throw UserError.failure(
                "fetch: %s must answer 200 or 206, but it answered %d. To fix: try later, or bring the file by hand."
                    .formatted(response.uri(), response.statusCode()));
      }
    }
  }

  private static void append(
      InputStream body, OutputStream file, long have, long total, Fetch.Listener listener)
      throws IOException {
    long received = have;
    byte[] buffer = new byte[1 << 16];
    try (file) {
      for (int n = body.read(buffer); n >= 0; n = body.read(buffer)) {
        file.write(buffer, 0, n);
        received += n;
        listener.received(received, total);
      }
    }
  }

  private static String said(IOException e) {
    return e.getMessage() == null ? e.getClass().getSimpleName() : e.getMessage();
  }
}
