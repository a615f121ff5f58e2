package io.omnibridge.adapters.http.mcp;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Decides which generation a request belongs to, and checks what that generation demands. A request is of the generation without a handshake if its
 * {@code _meta} names a protocol version, or its header names one of that generation.
 */
final class ProtocolVersionCheck {

    private static final String PREFIX = "io.modelcontextprotocol/";
    private static final String VERSION = PREFIX + "protocolVersion";
    private static final String CAPABILITIES = PREFIX + "clientCapabilities";
    private static final Pattern DATE = Pattern.compile("[0-9]{4}-[0-9]{2}-[0-9]{2}");
    private static final String FIRST_WITHOUT_HANDSHAKE = "2026-07-28";

    private ProtocolVersionCheck() {}

    /** @throws McpError if the request breaks a rule of its generation */
    static ProtocolGeneration of(HttpServletRequest request, McpMessage message) {
        Optional<String> header = Headers.version(request);
        JsonNode meta = message.params().path("_meta");
        if (meta.has(VERSION)
                || header.filter(ProtocolVersionCheck::isWithoutHandshake).isPresent()) {
            requireMetadata(meta, header);
            Headers.requireAgreement(request, message);
            return ProtocolGeneration.PER_REQUEST;
        }
        header.ifPresent(version -> requireSpoken(ProtocolGeneration.HANDSHAKE, version));
        return ProtocolGeneration.HANDSHAKE;
    }

    private static boolean isWithoutHandshake(String version) {
        return DATE.matcher(version).matches() && version.compareTo(FIRST_WITHOUT_HANDSHAKE) >= 0;
    }

    private static void requireMetadata(JsonNode meta, Optional<String> header) {
        if (!meta.path(VERSION).isTextual() || !meta.path(CAPABILITIES).isObject()) {
            throw new McpError(
                    400,
                    ErrorCode.INVALID_PARAMS,
                    "The request's _meta must have " + VERSION + ", a string, and " + CAPABILITIES + ", an object.");
        }
        String version = meta.get(VERSION).textValue();
        if (header.filter(version::equals).isEmpty()) {
            throw Headers.mismatch(Headers.VERSION);
        }
        requireSpoken(ProtocolGeneration.PER_REQUEST, version);
    }

    private static void requireSpoken(ProtocolGeneration generation, String version) {
        if (!generation.versions().contains(version)) {
            ObjectNode data = JsonNodeFactory.instance.objectNode();
            ProtocolGeneration.allVersions().forEach(data.putArray("supported")::add);
            data.put("requested", version);
            throw new McpError(
                            400,
                            ErrorCode.UNSUPPORTED_PROTOCOL_VERSION,
                            "This server does not speak this version of the protocol in this way.")
                    .with(data);
        }
    }
}
