package io.omnibridge.adapters.providers.oauth;

/** A provider's answer cannot be accepted. The message is in our own words, and repeats nothing of the answer. */
public final class InvalidProviderResponse extends Exception {

    private static final long serialVersionUID = 1L;

    InvalidProviderResponse(String message) {
        super(message);
    }
}
