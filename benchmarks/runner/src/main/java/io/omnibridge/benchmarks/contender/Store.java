package io.omnibridge.benchmarks.contender;

/** Where a program keeps accounts. */
public enum Store {
    MEMORY("memory"),
    POSTGRES("PostgreSQL"),
    REDIS("Redis");

    private final String title;

    Store(String title) {
        this.title = title;
    }

    @Override
    public String toString() {
        return title;
    }
}
