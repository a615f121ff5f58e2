package io.omnibridge.domain.use;

/** The protocol by which a client asked for a use. */
public enum UseVia {
    HTTP,
    MCP
}
