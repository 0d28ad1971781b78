package dev.tck.targets.image;

/** Reports an image that cannot be built; the message says what happened and what helps. */
public final class ImageException extends Exception {
  private static final long serialVersionUID = 1L;

  ImageException(String message) {
    super(message);
  }
}
