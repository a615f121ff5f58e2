package io.omnibridge.adapters.providers.scrub;

/** Thrown when a response is not the JSON that it has to be. The message repeats nothing of the response. */
public final class UnreadableResponse extends Exception {

    private static final long serialVersionUID = 1L;

    public UnreadableResponse(String message) {
        super(message, null, false, false);
    }
}
