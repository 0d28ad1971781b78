package dev.tck.fidelity;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Optional;

/**
 * One step of a case and what the server answered.
 *
 * @param step is the step's number in its case
 * @param call is what was sent
 * @param http is the HTTP status
 * @param answer is the body without {@code timing}, the database's name replaced by {@code $DB}
 * @param socket is the WebSocket reply without {@code id}, {@code req_id} and {@code timing}, if
 *     the step gives rows
 * @param blocks are the result blocks in hexadecimal digits, in which the database's name stands as
 *     it was
 */
public record Exchange(
    int step,
    Call call,
    int http,
    String answer,
    Optional<ObjectNode> socket,
    List<String> blocks) {
  public Exchange {
    blocks = List.copyOf(blocks);
  }
}
