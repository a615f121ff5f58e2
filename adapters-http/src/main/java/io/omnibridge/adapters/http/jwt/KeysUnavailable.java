package io.omnibridge.adapters.http.jwt;

/** The issuer's keys cannot be had, and the last ones are too old to be trusted: nothing is known about the token. */
public final class KeysUnavailable extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public KeysUnavailable() {
        super("the issuer's keys are unavailable", null, false, false);
    }
}
