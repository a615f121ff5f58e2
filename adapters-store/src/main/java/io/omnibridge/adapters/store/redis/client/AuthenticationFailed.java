package io.omnibridge.adapters.store.redis.client;

/** A node rejected the user, the password or the database of the URL. It has no cause: a cause may repeat them. */
final class AuthenticationFailed extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /** @param message the error code, and what was rejected */
    AuthenticationFailed(String message) {
        super(message);
    }

    /** Returns the message, which is never absent. */
    String inWords() {
        return String.valueOf(getMessage());
    }
}
