package dev.tck.proxy;

/**
 * A message as a capture shows it: without secrets, and not longer than the capture keeps.
 *
 * @param connection is the number of the connection, from 1
 * @param direction is which way it went
 * @param kind is what it was
 * @param data is the text of HTTP and text messages, else hexadecimal digits
 * @param length is the length in bytes of the whole body or payload
 * @param truncated says that {@code data} is only its beginning
 */
public record CapturedMessage(
    int connection, Direction direction, Kind kind, String data, long length, boolean truncated) {}
