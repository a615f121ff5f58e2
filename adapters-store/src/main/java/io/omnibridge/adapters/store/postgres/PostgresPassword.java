package io.omnibridge.adapters.store.postgres;

import java.util.Objects;

/** Password of the database user. It never prints itself, and only this package can read it. Immutable. */
public final class PostgresPassword {

    private final String value;

    public PostgresPassword(String value) {
        this.value = Objects.requireNonNull(value);
    }

    String value() {
        return value;
    }

    @Override
    public String toString() {
        return "PostgresPassword[redacted]";
    }
}
