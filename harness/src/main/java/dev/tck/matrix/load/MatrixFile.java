package dev.tck.matrix.load;

import java.util.Locale;

/** Names the files of the matrix. */
enum MatrixFile {
  PLATFORMS,
  VERSIONS,
  FEATURES,
  CONNECTORS,
  CATALOGUE,
  GATE;

  String fileName() {
    return name().toLowerCase(Locale.ROOT) + ".yaml";
  }

  String schemaName() {
    return name().toLowerCase(Locale.ROOT) + ".schema.json";
  }
}
