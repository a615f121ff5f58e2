package io.omnibridge.adapters.http.jwt;

/** The issuer's keys cannot be fetched, and the last ones are too old: the token can be neither accepted nor rejected. */
public final class KeysUnavailable extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public KeysUnavailable() {
        super("the issuer's keys are unavailable", null, false, false);
    }
}
