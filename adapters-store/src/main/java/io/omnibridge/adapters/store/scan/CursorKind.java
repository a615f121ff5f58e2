package io.omnibridge.adapters.store.scan;

/** What is scanned, and in which order. */
public enum CursorKind {
    /** Accounts, by user, provider and provider account id. */
    ACCOUNTS("a", 3),
    /** Users, by id. */
    USERS("u", 1),
    /** Pending revocations, by user and id. */
    PENDING_REVOCATIONS("o", 2),
    /** Leases, by user and id. */
    LEASES("l", 2),
    /** Accounts, server by server, as Redis scans. */
    SCANNED_ACCOUNTS("sa", 7),
    /** Users, server by server, as Redis scans. */
    SCANNED_USERS("su", 7),
    /** Leases, server by server, as Redis scans. */
    SCANNED_LEASES("sl", 7),
    /** Pending revocations, by part and place of the user in the index of Redis. */
    INDEXED_REVOCATIONS("io", 2);

    final String mark;
    final int parts;

    CursorKind(String mark, int parts) {
        this.mark = mark;
        this.parts = parts;
    }
}
