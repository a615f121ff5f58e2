package io.omnibridge.domain.search;

/** Result of asking one source in a search. */
public enum SourceStatus {
    OK,
    /** It found items, and did not look everywhere. */
    PARTIAL,
    /** It did not answer within the deadline. */
    TIMEOUT,
    RATE_LIMITED,
    NEEDS_RECONNECT,
    NOT_GRANTED,
    NOT_CONFIGURED,
    /** Too many calls to its provider were in flight. */
    BUSY,
    ERROR;

    /** Returns whether the next page of the search asks the source again at the same position. */
    public boolean isPassing() {
        return this == TIMEOUT || this == RATE_LIMITED || this == BUSY || this == ERROR;
    }
}
