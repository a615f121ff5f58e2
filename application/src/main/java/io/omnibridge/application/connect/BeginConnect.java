package io.omnibridge.application.connect;

import io.omnibridge.application.port.AttemptSealer;
import io.omnibridge.application.port.AuthorizationServers;
import io.omnibridge.application.port.AuthorizationServers.Authorization;
import io.omnibridge.application.port.ConnectAttempts;
import io.omnibridge.application.port.ConnectableProvider;
import io.omnibridge.application.port.ProviderCatalogue;
import io.omnibridge.domain.account.ProviderId;
import io.omnibridge.domain.account.Scopes;
import io.omnibridge.domain.audit.AuditedAction;
import io.omnibridge.domain.audit.RequestId;
import io.omnibridge.domain.connect.AttemptId;
import io.omnibridge.domain.connect.AttemptSecrets;
import io.omnibridge.domain.connect.AttemptState;
import io.omnibridge.domain.connect.ConnectAttempt;
import io.omnibridge.domain.connect.HashedValue;
import io.omnibridge.domain.credentials.Secret;
import io.omnibridge.domain.identity.Caller;
import java.net.URI;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * Begins an attempt to connect an account: the caller's browser goes to the provider with values that nobody can guess, of
 * which only digests and sealed bytes are kept. Thread-safe.
 */
public final class BeginConnect {

    /** How many attempts of one user may wait for their browsers. */
    public static final int MAX_PENDING = 20;

    /** How long a browser may stay away. */
    public static final Duration LIFETIME = Duration.ofMinutes(10);

    private static final String OPENID = "openid";

    private final ProviderCatalogue catalogue;
    private final AuthorizationServers servers;
    private final AttemptSealer sealer;
    private final ConnectAttempts attempts;
    private final ReturnUrls addresses;
    private final Clock clock;
    private final SecureRandom random;

    public BeginConnect(
            ProviderCatalogue catalogue,
            AuthorizationServers servers,
            AttemptSealer sealer,
            ConnectAttempts attempts,
            ReturnUrls addresses,
            Clock clock,
            SecureRandom random) {
        this.catalogue = Objects.requireNonNull(catalogue);
        this.servers = Objects.requireNonNull(servers);
        this.sealer = Objects.requireNonNull(sealer);
        this.attempts = Objects.requireNonNull(attempts);
        this.addresses = Objects.requireNonNull(addresses);
        this.clock = Objects.requireNonNull(clock);
        this.random = Objects.requireNonNull(random);
    }

    /**
     * What to begin. The owner is not in it: it is always the caller.
     *
     * @param scopes fewer than the provider's usual ones; empty for all of those
     * @param returnTo where the browser goes in the end; empty for a page of OmniBridge's own
     */
    public record Command(ProviderId provider, Optional<Scopes> scopes, Optional<URI> returnTo) {

        public Command {
            Objects.requireNonNull(provider, "provider");
            Objects.requireNonNull(scopes, "scopes");
            Objects.requireNonNull(returnTo, "returnTo");
        }
    }

    /**
     * Begins, as the caller's own.
     *
     * @throws io.omnibridge.application.port.ProviderUnavailable if the provider has to be asked first and did not answer
     * @throws io.omnibridge.application.port.StoreUnavailable if the store did not answer; nobody learns of what it may
     *     have kept
     */
    public BeginResult begin(Caller caller, RequestId requestId, Command command) {
        Optional<ConnectableProvider> provider = catalogue.find(command.provider());
        if (provider.isEmpty()) {
            return new BeginResult.UnknownProvider();
        }
        Optional<Scopes> scopes = scopes(provider.get(), command.scopes());
        if (scopes.isEmpty()) {
            return new BeginResult.ScopesRefused();
        }
        if (command.returnTo().isPresent()
                && addresses.find(command.returnTo().get()).isEmpty()) {
            return new BeginResult.ReturnToRefused();
        }
        return begin(caller, requestId, provider.get(), scopes.get(), command.returnTo());
    }

    private BeginResult begin(
            Caller caller, RequestId requestId, ConnectableProvider provider, Scopes scopes, Optional<URI> returnTo) {
        Instant now = clock.instant();
        String oauthState = HashedValue.draw(random);
        AttemptSecrets secrets = secrets(provider);
        Authorization authorization = servers.authorize(provider.id(), scopes, oauthState, secrets);
        AttemptId id = AttemptId.random(random);
        ConnectAttempt attempt = new ConnectAttempt(
                id,
                caller.user(),
                1,
                provider.id(),
                authorization.pinned(),
                scopes,
                returnTo,
                HashedValue.of(oauthState),
                Optional.of(sealer.seal(id, caller.user(), provider.id(), secrets)),
                new AttemptState.Pending(),
                now,
                now.plus(LIFETIME));
        AuditedAction action = AuditedAction.of(AuditedAction.Kind.CONNECT, caller, requestId, now);
        return attempts.begin(attempt, MAX_PENDING, action)
                ? new BeginResult.Begun(attempt, authorization.url())
                : new BeginResult.TooManyAttempts();
    }

    private AttemptSecrets secrets(ConnectableProvider provider) {
        return new AttemptSecrets(
                provider.isPkceUsed() ? Optional.of(draw()) : Optional.empty(),
                provider.isOpenId() ? Optional.of(draw()) : Optional.empty(),
                Optional.empty());
    }

    private Secret draw() {
        return new Secret(HashedValue.draw(random));
    }

    /** What is asked for: whose account it is must be known in any case, so {@code openid} stays. Empty if refused. */
    private static Optional<Scopes> scopes(ConnectableProvider provider, Optional<Scopes> wanted) {
        List<String> usual = provider.scopes().values();
        if (wanted.isEmpty()) {
            return Optional.of(provider.scopes());
        }
        List<String> asked = new ArrayList<>(wanted.get().values());
        if (!usual.containsAll(asked)) {
            return Optional.empty();
        }
        if (provider.isOpenId() && usual.contains(OPENID)) {
            asked.add(0, OPENID);
        }
        return Optional.of(Scopes.of(asked));
    }
}
