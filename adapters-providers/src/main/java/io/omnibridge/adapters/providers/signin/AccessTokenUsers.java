package io.omnibridge.adapters.providers.signin;

import io.omnibridge.domain.identity.UserId;
import java.util.Optional;

/** Names the user of an access token as the API of OmniBridge would. */
@FunctionalInterface
public interface AccessTokenUsers {

    /**
     * Returns the user.
     *
     * @return empty if the API would not accept the token
     * @throws io.omnibridge.application.port.ProviderUnavailable if that is not known at the moment
     */
    Optional<UserId> of(String accessToken);
}
