package io.omnibridge.adapters.store.auditlog;

/** Event of a chain as a store keeps it. */
public interface Chained {

    /** Returns 1 for the first event of the user, and one more for each that follows. */
    long position();

    /** Returns the MAC that was computed over the event when it was appended. */
    EventMac mac();

    /** Returns the chain head of a log that ends with this event. */
    default StoredChainHead head() {
        return new StoredChainHead(position(), mac());
    }
}
