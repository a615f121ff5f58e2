package io.omnibridge.adapters.providers.oauth;

/** Thrown when a provider names two accounts for one grant. Which of them the tokens belong to is unknown. */
final class ContradictoryIdentity extends InvalidProviderResponse {

    private static final long serialVersionUID = 1L;

    ContradictoryIdentity(String message) {
        super(message);
    }
}
