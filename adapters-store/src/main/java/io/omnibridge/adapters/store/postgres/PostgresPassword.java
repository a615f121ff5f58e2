package io.omnibridge.adapters.store.postgres;

import java.util.Objects;
import java.util.function.Supplier;

/**
 * Password of the database user, which may be replaced while the process runs. It never prints itself, and only this package can
 * read it. Thread-safe.
 */
public final class PostgresPassword {

    private final Supplier<String> current;

    /** @param current returns the current password */
    public PostgresPassword(Supplier<String> current) {
        this.current = Objects.requireNonNull(current);
    }

    /** Takes a password that does not change. */
    public PostgresPassword(String value) {
        this(() -> value);
    }

    /** Returns the password for a connection that is opened now. */
    String value() {
        return current.get();
    }

    @Override
    public String toString() {
        return "PostgresPassword[redacted]";
    }
}
