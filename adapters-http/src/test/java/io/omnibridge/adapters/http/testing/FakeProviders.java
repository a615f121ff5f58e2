package io.omnibridge.adapters.http.testing;

import io.omnibridge.application.port.AuthorizationRequest;
import io.omnibridge.application.port.AuthorizationServers;
import io.omnibridge.application.port.ConnectableProvider;
import io.omnibridge.application.port.ExchangeResult;
import io.omnibridge.application.port.ProviderCatalogue;
import io.omnibridge.application.port.ProviderPresentation;
import io.omnibridge.application.port.ProviderUnavailable;
import io.omnibridge.application.port.RefreshResult;
import io.omnibridge.application.port.RevocationResult;
import io.omnibridge.domain.account.Grant;
import io.omnibridge.domain.account.ProviderAccountId;
import io.omnibridge.domain.account.ProviderId;
import io.omnibridge.domain.account.Scopes;
import io.omnibridge.domain.account.TokenOrigin;
import io.omnibridge.domain.connect.AttemptSecrets;
import io.omnibridge.domain.connect.ConnectAttempt;
import io.omnibridge.domain.connect.PinnedProvider;
import io.omnibridge.domain.credentials.Credentials;
import io.omnibridge.domain.credentials.Secret;
import io.omnibridge.domain.refresh.RefreshPolicy;
import io.omnibridge.domain.refresh.RefreshTokenReuse;
import io.omnibridge.domain.revocation.RevocableToken;
import io.omnibridge.domain.revocation.RevocationScope;
import io.omnibridge.domain.source.Source;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;

/** Two fake providers, google and notion, with programmable results. They count the exchanges. Thread-safe. */
public final class FakeProviders implements ProviderCatalogue, AuthorizationServers {

    private static final ProviderPresentation PRESENTED = new ProviderPresentation(
            Optional.of("Answers about \"mail\""), Optional.of(URI.create("https://cdn.example/google.svg")));

    /** Start of every redirect URI. */
    public static final String REDIRECT_URI = "https://vault.example/oauth/callback/";

    private static final ExchangeResult GRANTED = granted("110169484474386276334");

    private final AtomicInteger exchanges = new AtomicInteger();
    private volatile Supplier<ExchangeResult> exchange = () -> GRANTED;
    private volatile Supplier<RevocationResult> revocation = RevocationResult.Revoked::new;
    private volatile boolean discoveryFails;

    void clear() {
        exchanges.set(0);
        exchange = () -> GRANTED;
        revocation = RevocationResult.Revoked::new;
        discoveryFails = false;
    }

    /** Sets the result of every exchange from now on. */
    public void exchange(Supplier<ExchangeResult> result) {
        exchange = result;
    }

    /** Sets the result of every revocation from now on. */
    public void revocation(Supplier<RevocationResult> result) {
        revocation = result;
    }

    /** Makes every authorization request fail from now on, as if discovery failed. */
    public void failDiscovery() {
        discoveryFails = true;
    }

    /** Ends {@link #failDiscovery()}. */
    public void succeedDiscovery() {
        discoveryFails = false;
    }

    /** Returns the number of exchanges. */
    public int exchanges() {
        return exchanges.get();
    }

    /** Returns a grant of that account. Its tokens contain the word canary. */
    public static ExchangeResult granted(String accountId) {
        Credentials credentials = new Credentials(
                new Secret("canary-access-token"),
                Optional.of(Instant.now().plusSeconds(3_600)),
                Optional.of(new Secret("canary-refresh-token")),
                Optional.empty());
        TokenOrigin origin = new TokenOrigin("client", URI.create("https://token.example"));
        Grant grant = new Grant(credentials, Scopes.of(List.of("openid", "email")), Optional.of(origin));
        return new ExchangeResult.Granted(ProviderAccountId.ofProvider(accountId), grant);
    }

    @Override
    public List<ConnectableProvider> all() {
        return List.of(
                provider("google", "Google", Set.of(Source.GMAIL, Source.DRIVE), RevocationScope.GRANT),
                provider("notion", "Notion", Set.of(Source.NOTION), RevocationScope.NONE));
    }

    @Override
    public Optional<ConnectableProvider> find(ProviderId id) {
        return all().stream().filter(provider -> provider.id().equals(id)).findFirst();
    }

    private static ConnectableProvider provider(
            String id, String displayName, Set<Source> sources, RevocationScope revocation) {
        return new ConnectableProvider(
                new ProviderId(id),
                displayName,
                sources,
                Scopes.of(List.of("openid", "email", "files.read")),
                true,
                true,
                RefreshPolicy.of(RefreshTokenReuse.SAFE, Duration.ZERO),
                revocation,
                false,
                Optional.of(URI.create("https://" + id + ".example/grants")),
                id.equals("google") ? PRESENTED : ProviderPresentation.NONE);
    }

    @Override
    public boolean isCalledToAuthorize(ProviderId provider) {
        return discoveryFails;
    }

    @Override
    public AuthorizationRequest authorize(ProviderId provider, Scopes scopes, String state, AttemptSecrets secrets) {
        if (discoveryFails) {
            throw new ProviderUnavailable("discovery failed");
        }
        String query = "redirect_uri=" + REDIRECT_URI + provider.value() + "&scope="
                + String.join("%20", scopes.values()) + "&state=" + state;
        return new AuthorizationRequest(
                URI.create("https://" + provider.value() + ".example/authorize?" + query),
                new PinnedProvider(
                        Optional.of("https://" + provider.value() + ".example"),
                        false,
                        URI.create("https://token.example/token"),
                        "client"));
    }

    @Override
    public ExchangeResult exchange(ConnectAttempt attempt, AttemptSecrets secrets) {
        exchanges.incrementAndGet();
        return exchange.get();
    }

    @Override
    public RefreshResult refresh(ProviderId provider, Grant grant, Duration atMost) {
        throw new UnsupportedOperationException("no route refreshes");
    }

    @Override
    public RevocationResult revoke(ProviderId provider, RevocableToken token) {
        return revocation.get();
    }
}
