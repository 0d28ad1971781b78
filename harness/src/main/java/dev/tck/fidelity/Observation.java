package dev.tck.fidelity;

import java.util.Optional;

/**
 * What a target answered to one step.
 *
 * @param answer is the REST answer, without {@code timing} and with {@code $DB} for the database
 * @param socket is the WebSocket reply with its blocks, if one was asked for
 * @param problem says why an answer is missing
 */
record Observation(
    Optional<RestClient.Answer> answer,
    Optional<SocketClient.Result> socket,
    Optional<String> problem) {}
