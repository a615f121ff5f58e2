package io.omnibridge.adapters.store.spi;

import java.time.Duration;
import java.time.Instant;

/**
 * When a user signed out last.
 *
 * @param at in whole milliseconds
 * @param isOfErased whether the user was erased since: the time is forgotten then, {@link #RETENTION} after the erasure
 */
public record SignOut(Instant at, boolean isOfErased) {

    /** Sessions of browsers live no longer. */
    public static final Duration RETENTION = Duration.ofHours(1);
}
