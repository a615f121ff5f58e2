package io.omnibridge.application.connect;

import io.omnibridge.application.port.ConnectableProvider;
import io.omnibridge.domain.account.Scopes;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The scopes that an attempt requests. */
final class RequestedScopes {

    private static final String OPENID = "openid";

    private RequestedScopes() {}

    /**
     * Returns the scopes to request; empty if the wanted ones are refused. {@code openid} is always requested at an
     * OpenID provider: OmniBridge has to learn which account was connected.
     */
    static Optional<Scopes> of(ConnectableProvider provider, Optional<Scopes> wanted) {
        List<String> configured = provider.scopes().values();
        if (wanted.isEmpty()) {
            return Optional.of(provider.scopes());
        }
        List<String> requested = new ArrayList<>(wanted.get().values());
        if (!configured.containsAll(requested)) {
            return Optional.empty();
        }
        if (provider.isOpenId() && configured.contains(OPENID)) {
            requested.add(0, OPENID);
        }
        return Optional.of(Scopes.of(requested));
    }
}
