package io.omnibridge.adapters.http.mcp;

/** Codes of protocol errors (JSON-RPC 2.0 §5.1; MCP 2026-07-28, basic, error codes). */
enum ErrorCode {
    PARSE_ERROR(-32700),
    INVALID_REQUEST(-32600),
    METHOD_NOT_FOUND(-32601),
    INVALID_PARAMS(-32602),
    INTERNAL_ERROR(-32603),
    /** A header is missing, or does not say what the body says. */
    HEADER_MISMATCH(-32020),
    UNSUPPORTED_PROTOCOL_VERSION(-32022);

    private final int number;

    ErrorCode(int number) {
        this.number = number;
    }

    int number() {
        return number;
    }
}
