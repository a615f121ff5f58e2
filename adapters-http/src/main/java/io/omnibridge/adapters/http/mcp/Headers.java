package io.omnibridge.adapters.http.mcp;

import jakarta.servlet.http.HttpServletRequest;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Enumeration;
import java.util.Optional;

/** Headers that repeat what a message says (MCP 2026-07-28, streamable HTTP, request metadata). */
final class Headers {

    static final String VERSION = "MCP-Protocol-Version";

    private static final String METHOD = "Mcp-Method";
    private static final String NAME = "Mcp-Name";
    private static final String ENCODED_START = "=?base64?";
    private static final String ENCODED_END = "?=";

    private Headers() {}

    /**
     * Returns the protocol version that the header names; empty without the header.
     *
     * @throws McpError if there is more than one
     */
    static Optional<String> version(HttpServletRequest request) {
        return single(request, VERSION);
    }

    /** @throws McpError unless the headers name the method, and the tool if one is called */
    static void requireAgreement(HttpServletRequest request, McpMessage message) {
        requireEqual(METHOD, single(request, METHOD), message.method());
        if (message.method().equals(Methods.CALL)) {
            String tool = message.params().path("name").asText();
            requireEqual(NAME, single(request, NAME).map(Headers::decoded), tool);
        }
    }

    static McpError mismatch(String header) {
        return new McpError(
                400,
                ErrorCode.HEADER_MISMATCH,
                "The header " + header + " must be there once and agree with the body.");
    }

    private static void requireEqual(String header, Optional<String> value, String expected) {
        if (value.filter(expected::equals).isEmpty()) {
            throw mismatch(header);
        }
    }

    private static Optional<String> single(HttpServletRequest request, String header) {
        Enumeration<String> values = request.getHeaders(header);
        Optional<String> first = values.hasMoreElements() ? Optional.of(values.nextElement()) : Optional.empty();
        if (values.hasMoreElements()) {
            throw mismatch(header);
        }
        return first;
    }

    /** Decodes a value that is no plain ASCII. */
    private static String decoded(String value) {
        if (!value.startsWith(ENCODED_START) || !value.endsWith(ENCODED_END)) {
            return value;
        }
        try {
            String encoded = value.substring(ENCODED_START.length(), value.length() - ENCODED_END.length());
            return new String(Base64.getDecoder().decode(encoded), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException | StringIndexOutOfBoundsException e) {
            throw mismatch(NAME);
        }
    }
}
