package dev.tck.embedded.server.websocket;

import java.util.List;

/** Names the WebSocket endpoints and says what each of them can do. */
public enum Endpoint {
  /** The endpoint of all connectors since 3.2. */
  UNIFIED("/ws") {
    @Override
    ActionRegistry actions() {
      ActionRegistry registry = new ActionRegistry(false);
      ConnectionActions.register(registry);
      new QueryActions(true).register(registry);
      ValidateAction.register(registry);
      UnsupportedActions.register(registry);
      return registry;
    }
  },
  /** Queries of older connectors. */
  QUERY("/rest/ws") {
    @Override
    ActionRegistry actions() {
      ActionRegistry registry = new ActionRegistry(true);
      LegacyActions.register(registry);
      new QueryActions(false).registerCommon(registry);
      return registry;
    }
  },
  /** Subscription. */
  SUBSCRIPTION("/rest/tmq") {
    @Override
    ActionRegistry actions() {
      return UnsupportedActions.refuseAll(
          path(), List.of("version", "subscribe", "poll", "unsubscribe", "list_topics"));
    }
  },
  /** Parameter binding of older connectors. */
  STATEMENT("/rest/stmt") {
    @Override
    ActionRegistry actions() {
      return UnsupportedActions.refuseAll(path(), List.of("version", "conn"));
    }
  },
  /** Schemaless write of older connectors. */
  SCHEMALESS("/rest/schemaless") {
    @Override
    ActionRegistry actions() {
      return UnsupportedActions.refuseAll(path(), List.of("version", "conn", "insert"));
    }
  };

  private final String path;

  Endpoint(String path) {
    this.path = path;
  }

  /** Returns the path of the URL. */
  public String path() {
    return path;
  }

  /** Returns the actions of the endpoint. */
  abstract ActionRegistry actions();
}
