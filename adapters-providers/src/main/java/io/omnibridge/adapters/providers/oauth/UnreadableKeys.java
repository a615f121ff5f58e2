package io.omnibridge.adapters.providers.oauth;

/** Thrown when the issuer's keys cannot be read. Whether a token is valid is then unknown. */
public final class UnreadableKeys extends InvalidProviderResponse {

    private static final long serialVersionUID = 1L;

    UnreadableKeys() {
        this("the issuer's keys cannot be read");
    }

    UnreadableKeys(String message) {
        super(message);
    }
}
