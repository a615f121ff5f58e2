package io.omnibridge.adapters.providers.oauth;

import io.omnibridge.adapters.support.text.EnumWords;

/** Thrown when a provider's ID token or logout token is not valid. The message begins with the check that failed. */
public final class InvalidIdToken extends InvalidProviderResponse {

    private static final long serialVersionUID = 1L;

    InvalidIdToken(IdTokenCheck check, String message) {
        super("ID token refused, check of its " + EnumWords.of(check) + ": " + message);
    }
}
