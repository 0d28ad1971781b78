package dev.tck.wire;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Arrays;
import java.util.Base64;
import java.util.Optional;
import javax.crypto.Cipher;
import javax.crypto.spec.SecretKeySpec;

/**
 * Makes and reads the token of {@code /rest/login}: user and password, each padded to 24 bytes,
 * under DES with a key that every TDengine has (protocol notes, {@code rest.md} §3). It hides
 * nothing; it is what {@code Authorization: Taosd} carries.
 */
public final class TaosdToken {
  private static final int FIELD_BYTES = 24;
  private static final byte[] KEY = {0x40, (byte) 0xB6, 0x7A, 0x30, 0x56, 0x73, (byte) 0xFD, 0x44};

  private TaosdToken() {}

  /** Holds what a token says. */
  public record Credentials(String user, String password) {
    @Override
    public String toString() {
      return "Credentials[user=" + user + "]";
    }
  }

  /** Returns the token of a user of 1 to 24 bytes. */
  public static String encode(String user, String password) {
    byte[] name = user.getBytes(StandardCharsets.UTF_8);
    byte[] secret = password.getBytes(StandardCharsets.UTF_8);
    if (name.length == 0 || name.length > FIELD_BYTES) {
      throw new IllegalArgumentException("a user has 1 to 24 bytes");
    }
    byte[] plain = new byte[FIELD_BYTES + Math.max(FIELD_BYTES, (secret.length + 7) / 8 * 8)];
    System.arraycopy(name, 0, plain, 0, name.length);
    System.arraycopy(secret, 0, plain, FIELD_BYTES, secret.length);
    return Base64.getEncoder().encodeToString(des(Cipher.ENCRYPT_MODE, plain));
  }

  /** Returns what a token says, or nothing if it is malformed. */
  public static Optional<Credentials> decode(String token) {
    byte[] bytes;
    try {
      bytes = Base64.getDecoder().decode(token);
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
    if (bytes.length < 2 * FIELD_BYTES || bytes.length % 8 != 0) {
      return Optional.empty();
    }
    byte[] plain = des(Cipher.DECRYPT_MODE, bytes);
    return Optional.of(
        new Credentials(field(plain, 0, FIELD_BYTES), field(plain, FIELD_BYTES, plain.length)));
  }

  private static String field(byte[] plain, int from, int to) {
    byte[] part = Arrays.copyOfRange(plain, from, to);
    int end = 0;
    while (end < part.length && part[end] != 0) {
      end++;
    }
    return new String(part, 0, end, StandardCharsets.UTF_8);
  }

  @SuppressWarnings("InsecureCryptoUsage") // The protocol's own cipher.
  private static byte[] des(int mode, byte[] input) {
    try {
      Cipher cipher = Cipher.getInstance("DES/ECB/NoPadding");
      cipher.init(mode, new SecretKeySpec(KEY, "DES"));
      return cipher.doFinal(input);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("this Java has no DES", e);
    }
  }
}
