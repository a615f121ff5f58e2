package io.omnibridge.application.credentials;

import io.omnibridge.domain.credentials.Credentials;

/** A call of a provider's API. It may run twice: with the stored credentials, and with renewed ones. */
@FunctionalInterface
public interface ApiCall<T> {

    /** Calls the API with {@code credentials}, and keeps nothing of them. */
    ApiCallResult<T> call(Credentials credentials);
}
