package dev.tck.results;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;

/** Converts events to and from lines of JSON; unknown fields of newer harnesses are ignored. */
public final class EventJson {
  private final JsonMapper mapper =
      JsonMapper.builder()
          .addModule(new JavaTimeModule())
          .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
          .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
          .build();

  /** Returns the event as one line without its end. */
  public String write(Event event) {
    try {
      return mapper.writeValueAsString(event);
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException("an event that JSON cannot hold: " + event, e);
    }
  }

  /**
   * Reads one line.
   *
   * @throws JsonProcessingException if the line is no event
   */
  public Event read(String line) throws JsonProcessingException {
    return mapper.readValue(line, Event.class);
  }
}
