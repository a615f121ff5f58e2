package io.omnibridge.adapters.providers.oauth;

/** Thrown when a provider does not say now whose a token is: it is overloaded or broken, or a rate limit is reached. */
final class IdentityUnavailable extends InvalidProviderResponse {

    private static final long serialVersionUID = 1L;

    IdentityUnavailable(String message) {
        super(message);
    }
}
