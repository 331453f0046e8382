package org.normscape.experiments.cluster;

import java.io.IOException;
import java.net.InetAddress;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

/** Machines that lend places to workers. */
public interface Cluster {

  /** In a word: what it is and where. */
  String name();

  /** The address of this machine at which workers reach it. */
  InetAddress listensAt() throws IOException;

  /** The files that workers may fetch, by the SHA-256 of what they hold. */
  Map<String, Path> files() throws IOException;

  /**
   * Asks for places, in each of which a worker begins.
   *
   * @param request what for
   */
  Places open(Request request) throws IOException;

  /**
   * What places are needed for.
   *
   * @param count how many can be used at once
   * @param port the port at which the driver waits for workers
   * @param token what a worker shows to be let in
   * @param log where the cluster's own words are kept
   */
  record Request(int count, int port, String token, Path log) {}

  /** Places that were asked for; closing gives them back. */
  interface Places extends AutoCloseable {

    /** Why there are no more places, in a sentence; nothing while there are. */
    Optional<String> ended();

    @Override
    void close();
  }
}
