package io.omnibridge.application.port;

import io.omnibridge.domain.account.ProviderAccountId;

/** Result of asking a provider whose an access token is. */
public sealed interface TokenOwner {

    /** The provider says that it is this account's. */
    record Known(ProviderAccountId id) implements TokenOwner {}

    /** The provider responded, and named no account. */
    record NotNamed() implements TokenOwner {}

    /** The provider did not respond, or not in a way that lasts. */
    record Unknown() implements TokenOwner {}
}
