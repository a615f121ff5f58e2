package io.omnibridge.adapters.store.spi;

import io.omnibridge.domain.audit.AuditEvent;

/** Reads and writes of one user that end by one deadline. For one thread. */
public interface UserSession {

    /** Reads as much of the user as {@code scope} names, at one moment. */
    UserSnapshot snapshot(SnapshotScope scope);

    /** Applies {@code write} if its snapshot is still current, and returns whether it did. */
    boolean apply(UserWrite write);

    /** Counts a refusal of the user, whatever else is written. */
    void countRefusal(AuditEvent refused);
}
