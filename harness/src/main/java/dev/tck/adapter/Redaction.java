package dev.tck.adapter;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentSkipListSet;
import java.util.regex.Pattern;

/**
 * Takes passwords out of everything that is kept.
 *
 * <p>It learns the passwords and tokens that requests carry and blots out each later occurrence;
 * besides, it knows the places where TDengine's statements and URLs spell a password. The password
 * of a fresh server is the vendor's name and no secret: it is taken out at those places only, so
 * that {@code com.taosdata} stays readable.
 */
public final class Redaction {
  /** Stands where a password stood. */
  public static final String MASK = "***";

  private static final String PUBLIC_DEFAULT = "taosdata";
  private static final int SHORTEST_LEARNED = 4;
  private static final Pattern SECRET_KEY =
      Pattern.compile("(?i).*(password|passwd|^pass|secret|token|totp).*");

  // CREATE USER u PASS 'secret', ALTER USER u PASS "secret"
  private static final Pattern IN_STATEMENT =
      Pattern.compile("(?i)(\\bpass\\s*)('(?:[^'\\\\]|\\\\.|'')*'|\"(?:[^\"\\\\]|\\\\.|\"\")*\")");
  // http://user:secret@host
  private static final Pattern IN_URL = Pattern.compile("(://[^/\\s:@\"']{0,64}:)[^\\s@\"'/]+(@)");
  // password=secret, "password":"secret", token: secret
  private static final Pattern IN_SETTING =
      Pattern.compile(
          "(?i)(\\b(?:password|passwd|token|bearer_token|totp_code)[\"']?\\s*[=:]\\s*[\"']?)[^\"'&;,\\s}]+");

  private final Set<String> secrets =
      new ConcurrentSkipListSet<>(
          Comparator.comparing(String::length).reversed().thenComparing(Comparator.naturalOrder()));

  /** Creates a redaction that has learned nothing yet. */
  public Redaction() {}

  /** Remembers a secret, so that it is taken out of every text from now on. */
  public void learn(String secret) {
    if (secret.length() >= SHORTEST_LEARNED && !secret.equals(PUBLIC_DEFAULT)) {
      secrets.add(secret);
    }
  }

  /** Remembers the secrets that a request carries. */
  public void learn(Request request) {
    learn(request.arguments());
  }

  private void learn(JsonNode node) {
    for (var field : node.properties()) {
      if (field.getValue().isTextual() && SECRET_KEY.matcher(field.getKey()).matches()) {
        learn(field.getValue().textValue());
      } else if (field.getValue().isObject()) {
        learn(field.getValue());
      }
    }
  }

  /** Returns the text without passwords. */
  public String text(String text) {
    String clean = text;
    for (String secret : secrets) {
      clean = clean.replace(secret, MASK);
    }
    clean = IN_STATEMENT.matcher(clean).replaceAll("$1'" + MASK + "'");
    clean = IN_URL.matcher(clean).replaceAll("$1" + MASK + "$2");
    return IN_SETTING.matcher(clean).replaceAll("$1" + MASK);
  }

  /** Returns a copy of the message without passwords. */
  public ObjectNode message(ObjectNode message) {
    ObjectNode copy = message.deepCopy();
    clean(copy);
    return copy;
  }

  private void clean(JsonNode node) {
    if (node instanceof ObjectNode object) {
      for (String key : List.copyOf(iterable(object))) {
        JsonNode value = object.get(key);
        if (value.isTextual()) {
          object.set(
              key,
              TextNode.valueOf(SECRET_KEY.matcher(key).matches() ? MASK : text(value.textValue())));
        } else {
          clean(value);
        }
      }
    } else if (node.isArray()) {
      node.forEach(this::clean);
    }
  }

  private static List<String> iterable(ObjectNode object) {
    return object.properties().stream().map(java.util.Map.Entry::getKey).toList();
  }
}
