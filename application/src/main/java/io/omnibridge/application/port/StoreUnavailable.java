package io.omnibridge.application.port;

/**
 * The store did not answer in time, or cannot answer. The exception says nothing about the content of the store: it
 * never stands for an empty list or a missing account.
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
