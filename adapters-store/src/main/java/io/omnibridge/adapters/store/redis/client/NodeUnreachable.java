package io.omnibridge.adapters.store.redis.client;

/** A server could not be reached, did not answer in time, or answered what is no answer. It has no cause and no value. */
final class NodeUnreachable extends RuntimeException {

    private static final long serialVersionUID = 1L;

    NodeUnreachable(String message) {
        super(message);
    }
}
