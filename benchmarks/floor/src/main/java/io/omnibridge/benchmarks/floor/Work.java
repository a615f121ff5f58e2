package io.omnibridge.benchmarks.floor;

/** What one request cannot do without. Implementations are thread-safe. */
interface Work {

    void run() throws Exception;

    /**
     * Finds the work that a word names, ready to be done.
     *
     * @throws IllegalArgumentException if there is none of that name; the message says which there are
     */
    static Work named(String name) {
        return switch (name) {
            case "bytes" -> () -> {};
            case "select" -> Postgres.open()::select;
            case "upsert" -> Postgres.open()::upsert;
            case "hgetall" -> Redis.open()::hgetall;
            default -> throw new IllegalArgumentException("the work is one of bytes, select, upsert, hgetall");
        };
    }
}
