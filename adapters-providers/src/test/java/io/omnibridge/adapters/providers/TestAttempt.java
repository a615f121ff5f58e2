package io.omnibridge.adapters.providers;

import io.omnibridge.adapters.providers.catalogue.Catalogue;
import io.omnibridge.adapters.providers.catalogue.InvalidCatalogue;
import io.omnibridge.adapters.providers.testing.HostileAuthorizationServer;
import io.omnibridge.adapters.support.http.Egress;
import io.omnibridge.application.port.AuthorizationRequest;
import io.omnibridge.application.port.ConnectableProvider;
import io.omnibridge.application.port.ExchangeResult;
import io.omnibridge.domain.account.ProviderId;
import io.omnibridge.domain.account.Scopes;
import io.omnibridge.domain.connect.AttemptId;
import io.omnibridge.domain.connect.AttemptSecrets;
import io.omnibridge.domain.connect.AttemptState;
import io.omnibridge.domain.connect.ConnectAttempt;
import io.omnibridge.domain.connect.HashedValue;
import io.omnibridge.domain.connect.PinnedProvider;
import io.omnibridge.domain.connect.SealedAttempt;
import io.omnibridge.domain.credentials.Secret;
import io.omnibridge.domain.identity.UserId;
import io.omnibridge.domain.revocation.UnusedTokens;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** One connect attempt, run as the use cases would run it. */
final class TestAttempt {

    static final URI PUBLIC_URL = URI.create("https://bridge.example/");

    private static final SecureRandom RANDOM = new SecureRandom();

    final OAuthProviders providers;
    final ProviderId provider;
    final String state = HashedValue.randomValue(RANDOM);
    final AttemptSecrets secrets;
    final AuthorizationRequest authorization;
    private Optional<UnusedTokens> unused = Optional.empty();

    TestAttempt(OAuthProviders providers, String provider) {
        this.providers = providers;
        this.provider = new ProviderId(provider);
        ConnectableProvider connectable = providers.find(this.provider).orElseThrow();
        this.secrets = new AttemptSecrets(
                connectable.isPkceUsed() ? Optional.of(draw()) : Optional.empty(),
                connectable.isOpenId() ? Optional.of(draw()) : Optional.empty(),
                Optional.empty());
        this.authorization = providers.authorize(this.provider, connectable.scopes(), state, secrets);
    }

    static OAuthProviders providers(String providersYaml) {
        return providers(providersYaml, Clock.systemUTC());
    }

    static OAuthProviders providers(String providersYaml, Clock clock) {
        try {
            return new OAuthProviders(
                    Catalogue.read("providers:\n" + providersYaml, Path.of(".")), PUBLIC_URL, Egress.DIRECT, clock);
        } catch (InvalidCatalogue e) {
            throw new IllegalArgumentException(e);
        }
    }

    /** Lets the user consent and returns the query of the callback. */
    Map<String, String> visit(HostileAuthorizationServer server) {
        return query(server.consent(authorization.url()));
    }

    /** Lets the user consent and returns the code. */
    String code(HostileAuthorizationServer server) {
        return visit(server).getOrDefault("code", "none");
    }

    ExchangeResult exchange(String code) {
        return exchange(code, authorization.pinned());
    }

    /** Exchanges the code. As for a user without other accounts, unused tokens are revoked; see {@link #unused}. */
    ExchangeResult exchange(String code, PinnedProvider pinned) {
        ExchangeResult result = providers.exchange(attempt(pinned), secrets.with(new Secret(code)));
        if (result instanceof ExchangeResult.Failed failed) {
            unused = failed.unused();
            unused.ifPresent(tokens -> providers.revoke(provider, tokens.revocable()));
            return new ExchangeResult.Failed(failed.reason());
        }
        return result;
    }

    /** Returns the tokens that the last exchange received and did not use. */
    Optional<UnusedTokens> unused() {
        return unused;
    }

    /** Lets the user consent and exchanges the code. */
    ExchangeResult run(HostileAuthorizationServer server) {
        return exchange(code(server));
    }

    Map<String, String> parameters() {
        return query(authorization.url());
    }

    /** Returns a parameter of the authorization request. */
    String parameter(String name) {
        return parameters().getOrDefault(name, "");
    }

    static Map<String, String> query(URI url) {
        Map<String, String> query = new HashMap<>();
        for (String pair : url.getRawQuery().split("&", -1)) {
            String[] parts = pair.split("=", 2);
            query.put(
                    URLDecoder.decode(parts[0], StandardCharsets.UTF_8),
                    URLDecoder.decode(parts[1], StandardCharsets.UTF_8));
        }
        return query;
    }

    private ConnectAttempt attempt(PinnedProvider pinned) {
        Instant now = Instant.EPOCH;
        Scopes scopes = providers.find(provider).orElseThrow().scopes();
        return new ConnectAttempt(
                AttemptId.random(RANDOM),
                new UserId("alice"),
                1,
                provider,
                pinned,
                scopes,
                Optional.empty(),
                HashedValue.of(state),
                Optional.of(new SealedAttempt(new byte[] {1})),
                new AttemptState.Pending(),
                now,
                now.plusSeconds(600));
    }

    private static Secret draw() {
        return new Secret(HashedValue.randomValue(RANDOM));
    }
}
