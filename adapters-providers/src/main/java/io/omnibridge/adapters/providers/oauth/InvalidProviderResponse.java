package io.omnibridge.adapters.providers.oauth;

/** Thrown when a provider's response is malformed or invalid. The message repeats nothing of the response. */
public sealed class InvalidProviderResponse extends Exception
        permits ContradictoryIdentity, IdentityUnavailable, InvalidIdToken, UnreadableKeys {

    private static final long serialVersionUID = 1L;

    InvalidProviderResponse(String message) {
        super(message);
    }
}
