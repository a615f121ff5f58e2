package io.omnibridge.adapters.providers.oauth;

/** Status of one check: whether that part of the configuration works. */
public enum CheckStatus {
    FINE,
    WRONG,
    /** It cannot be told without a person: the provider offers no way to check it. */
    UNKNOWN
}
