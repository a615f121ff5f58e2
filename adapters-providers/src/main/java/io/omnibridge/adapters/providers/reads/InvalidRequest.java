package io.omnibridge.adapters.providers.reads;

/** Thrown when path, query or body of a request are not well formed. The message is a sentence for the client that repeats no value. */
final class InvalidRequest extends Exception {

    private static final long serialVersionUID = 1L;

    InvalidRequest(String message) {
        super(message, null, false, false);
    }

    /** Returns the sentence. */
    String detail() {
        return String.valueOf(getMessage());
    }
}
