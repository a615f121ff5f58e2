package io.omnibridge.application.connect;

import io.omnibridge.domain.account.ProviderId;
import io.omnibridge.domain.account.Scopes;
import java.net.URI;
import java.util.Objects;
import java.util.Optional;

/**
 * The parameters of {@link BeginConnect}. There is no owner among them: the owner is always the caller.
 *
 * @param scopes a subset of the provider's configured scopes; empty for all of them
 * @param returnTo where the browser goes after the callback; empty for a page of OmniBridge itself
 */
public record BeginConnectCommand(ProviderId provider, Optional<Scopes> scopes, Optional<URI> returnTo) {

    public BeginConnectCommand {
        Objects.requireNonNull(provider, "provider");
        Objects.requireNonNull(scopes, "scopes");
        Objects.requireNonNull(returnTo, "returnTo");
    }
}
