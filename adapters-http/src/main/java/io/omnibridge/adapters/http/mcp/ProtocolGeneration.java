package io.omnibridge.adapters.http.mcp;

import java.util.List;
import java.util.stream.Stream;

/** The two generations of the protocol (MCP 2026-07-28, versioning). */
enum ProtocolGeneration {
    /** Every request says which version it has, and what its client can do. */
    PER_REQUEST,
    /** A handshake comes first. This server keeps nothing of it. */
    HANDSHAKE;

    /** Returns the versions of this generation that this server speaks, the newest first. */
    List<String> versions() {
        return this == PER_REQUEST ? List.of("2026-07-28") : List.of("2025-11-25", "2025-06-18");
    }

    /** Returns all versions that this server speaks, the newest first. */
    static List<String> allVersions() {
        return Stream.of(values())
                .flatMap(generation -> generation.versions().stream())
                .toList();
    }
}
