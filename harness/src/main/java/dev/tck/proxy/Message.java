package dev.tck.proxy;

/**
 * A message that a cutter has cut out of the stream.
 *
 * @param kind is what it is
 * @param head is the head of an HTTP message, else empty
 * @param body is its body or payload, or the beginning of it
 * @param compressed says that a WebSocket message is packed by permessage-deflate
 * @param raw are the very bytes it came in, kept only while messages are held back
 */
record Message(Kind kind, String head, Collected body, boolean compressed, Collected raw) {}
