package io.omnibridge.application.port;

/**
 * Exception for a store that did not answer in time, or cannot answer. It says nothing about the content of the store:
 * it never stands for an empty list or a missing account.
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
