package io.omnibridge.adapters.support.jwks;

/** A key set that was not fetched. The message gives the reason and repeats nothing of the response. */
public final class FetchFailed extends Exception {

    private static final long serialVersionUID = 1L;

    FetchFailed(String message) {
        super(message);
    }
}
