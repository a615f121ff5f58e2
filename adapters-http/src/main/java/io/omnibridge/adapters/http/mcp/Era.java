package io.omnibridge.adapters.http.mcp;

import java.util.List;
import java.util.stream.Stream;

/** The two eras of the protocol (MCP 2026-07-28, versioning). */
enum Era {
    /** Every request says which version it has, and what its client can do. */
    PER_REQUEST("2026-07-28"),
    /** A handshake comes first. This server keeps nothing of it. */
    HANDSHAKE("2025-11-25", "2025-06-18");

    private final List<String> versions;

    Era(String... versions) {
        this.versions = List.of(versions);
    }

    /** Returns the versions of this era that this server speaks, the newest first. */
    List<String> versions() {
        return versions;
    }

    /** Returns all versions that this server speaks, the newest first. */
    static List<String> allVersions() {
        return Stream.of(values()).flatMap(era -> era.versions.stream()).toList();
    }
}
