package dev.tck.matrix;

/**
 * Says that a language has no connector of an interface, as the page has it.
 *
 * @param language is the language's id
 * @param connectorInterface is the interface
 * @param line is the line of the page that lacks it
 * @param why is the reason
 */
public record NotApplicable(
    String language, ConnectorInterface connectorInterface, int line, String why) {}
