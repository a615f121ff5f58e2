package io.omnibridge.adapters.store.redis.client;

/**
 * A node could not be reached, did not reply in time, or sent something that is no reply. It has neither a cause nor a value:
 * both may repeat what was sent.
 */
final class NodeUnreachable extends RuntimeException {

    private static final long serialVersionUID = 1L;

    NodeUnreachable(String message) {
        super(message);
    }
}
