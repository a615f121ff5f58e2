package io.omnibridge.application.connect;

import io.omnibridge.application.limit.CallLimiter;
import io.omnibridge.application.limit.CallPermit;
import io.omnibridge.application.port.AttemptSealer;
import io.omnibridge.application.port.AuthorizationRequest;
import io.omnibridge.application.port.AuthorizationServers;
import io.omnibridge.application.port.ConnectableProvider;
import io.omnibridge.domain.account.ProviderId;
import io.omnibridge.domain.account.Scopes;
import io.omnibridge.domain.connect.AttemptId;
import io.omnibridge.domain.connect.AttemptSecrets;
import io.omnibridge.domain.connect.AttemptState;
import io.omnibridge.domain.connect.ConnectAttempt;
import io.omnibridge.domain.connect.HashedValue;
import io.omnibridge.domain.credentials.Secret;
import io.omnibridge.domain.identity.UserId;
import java.net.URI;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * Creates attempts with fresh random values: state, PKCE verifier and nonce. An attempt keeps only their hashes and
 * sealed bytes. Thread-safe.
 */
public final class AttemptFactory {

    /** The time for which an attempt waits for its callback. */
    private static final Duration LIFETIME = Duration.ofMinutes(10);

    private final AuthorizationServers servers;
    private final AttemptSealer sealer;
    private final CallLimiter calls;
    private final SecureRandom random;

    public AttemptFactory(AuthorizationServers servers, AttemptSealer sealer, CallLimiter calls, SecureRandom random) {
        this.servers = Objects.requireNonNull(servers);
        this.sealer = Objects.requireNonNull(sealer);
        this.calls = Objects.requireNonNull(calls);
        this.random = Objects.requireNonNull(random);
    }

    /** Returns whether {@link #create} would have to call the provider now. */
    boolean callsProvider(ProviderId provider) {
        return servers.isCalledToAuthorize(provider);
    }

    /**
     * Creates a pending attempt of {@code owner}; returns empty if the provider has to be called first, and too many calls are in
     * flight.
     *
     * @throws io.omnibridge.application.port.ProviderUnavailable if the provider has to be called first and did not answer
     */
    Optional<BeginResult.Begun> create(
            UserId owner, ConnectableProvider provider, Scopes scopes, Optional<URI> returnTo, Instant now) {
        if (!callsProvider(provider.id())) {
            return Optional.of(createNow(owner, provider, scopes, returnTo, now));
        }
        return calls.tryEnter(owner, provider.id())
                .map(permit -> createWithin(permit, () -> createNow(owner, provider, scopes, returnTo, now)));
    }

    private static BeginResult.Begun createWithin(CallPermit permit, Supplier<BeginResult.Begun> creation) {
        try {
            return creation.get();
        } finally {
            permit.close();
        }
    }

    private BeginResult.Begun createNow(
            UserId owner, ConnectableProvider provider, Scopes scopes, Optional<URI> returnTo, Instant now) {
        String oauthState = HashedValue.randomValue(random);
        AttemptSecrets secrets = secrets(provider);
        AuthorizationRequest authorization = servers.authorize(provider.id(), scopes, oauthState, secrets);
        AttemptId id = AttemptId.random(random);
        ConnectAttempt attempt = new ConnectAttempt(
                id,
                owner,
                1,
                provider.id(),
                authorization.pinned(),
                scopes,
                returnTo,
                HashedValue.of(oauthState),
                Optional.of(sealer.seal(id, owner, provider.id(), secrets)),
                new AttemptState.Pending(),
                now,
                now.plus(LIFETIME));
        return new BeginResult.Begun(attempt, authorization.url());
    }

    private AttemptSecrets secrets(ConnectableProvider provider) {
        return new AttemptSecrets(
                provider.isPkceUsed() ? Optional.of(randomSecret()) : Optional.empty(),
                provider.isOpenId() ? Optional.of(randomSecret()) : Optional.empty(),
                Optional.empty());
    }

    private Secret randomSecret() {
        return new Secret(HashedValue.randomValue(random));
    }
}
