package io.omnibridge.application.credentials;

import io.omnibridge.domain.credentials.Credentials;

/** A call of a provider's API. It may run twice: with the stored credentials, and with renewed ones. */
public interface ApiCall<T> {

    /** Calls the API with {@code credentials}, and keeps nothing of them. */
    ApiCallResult<T> call(Credentials credentials);

    /**
     * Returns whether the provider refuses the access token not only at this API. It is asked after the API refused a token that
     * cannot be replaced by a newer one: some APIs answer 401 on single endpoints although the token is good.
     */
    boolean isRefusedElsewhere(Credentials credentials);
}
