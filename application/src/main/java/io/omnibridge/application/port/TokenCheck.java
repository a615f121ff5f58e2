package io.omnibridge.application.port;

/** Result of asking a provider whether it accepts an access token. */
public sealed interface TokenCheck {

    /** The provider accepts the token. */
    record Accepted() implements TokenCheck {}

    /** The provider refuses the token. */
    record Refused() implements TokenCheck {}

    /** The provider did not say. */
    record Unknown() implements TokenCheck {}
}
