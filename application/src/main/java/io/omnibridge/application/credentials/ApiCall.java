package io.omnibridge.application.credentials;

import io.omnibridge.domain.credentials.Credentials;

/** A call of a provider's API, which may be made twice: with the credentials that there are, and with fresh ones. */
@FunctionalInterface
public interface ApiCall<T> {

    /** Uses {@code credentials}, and keeps nothing of them. */
    ApiCallResult<T> with(Credentials credentials);
}
