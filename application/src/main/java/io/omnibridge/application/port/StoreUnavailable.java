package io.omnibridge.application.port;

/**
 * The store did not answer in time, or cannot answer. It says nothing about what the store holds: it is never an empty list
 * and never a missing account.
 */
public final class StoreUnavailable extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public StoreUnavailable(String message) {
        super(message);
    }

    public StoreUnavailable(String message, Throwable cause) {
        super(message, cause);
    }
}
