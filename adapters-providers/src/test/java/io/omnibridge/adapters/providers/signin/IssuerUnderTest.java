package io.omnibridge.adapters.providers.signin;

import io.omnibridge.adapters.providers.testing.HostileAuthorizationServer;
import io.omnibridge.adapters.support.http.Egress;
import io.omnibridge.application.port.VerifiedSignIn;
import io.omnibridge.domain.connect.HashedValue;
import io.omnibridge.domain.credentials.Secret;
import io.omnibridge.domain.identity.ClientId;
import io.omnibridge.domain.identity.UserId;
import io.omnibridge.domain.session.SignInAttempt;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** The adapter, and an issuer that may misbehave. */
final class IssuerUnderTest implements AutoCloseable {

    private static final SecureRandom RANDOM = new SecureRandom();

    final HostileAuthorizationServer server = HostileAuthorizationServer.start();
    volatile Optional<UserId> userOfAccessToken = Optional.empty();
    final IssuerClient client;
    final OpenIdIssuer issuer;
    final OpenIdLogoutTokens logoutTokens;

    IssuerUnderTest(String userClaim, Optional<String> secret, Clock clock) {
        IssuerSettings settings = new IssuerSettings(
                server.issuer(),
                new ClientId(HostileAuthorizationServer.CLIENT_ID),
                secret.map(Secret::new).map(it -> () -> it),
                userClaim,
                URI.create("https://bridge.example/base"));
        this.client = new IssuerClient(settings, Egress.DIRECT, clock);
        this.issuer = new OpenIdIssuer(client, token -> userOfAccessToken);
        this.logoutTokens = new OpenIdLogoutTokens(client);
    }

    static IssuerUnderTest start() {
        return new IssuerUnderTest("sub", Optional.of(HostileAuthorizationServer.CLIENT_SECRET), Clock.systemUTC());
    }

    static SignInAttempt attempt() {
        return new SignInAttempt(
                draw(),
                draw(),
                draw(),
                URI.create("/ui/accounts"),
                Clock.systemUTC().instant());
    }

    private static Secret draw() {
        return new Secret(HashedValue.randomValue(RANDOM));
    }

    /** Signs in with a new attempt. */
    Optional<VerifiedSignIn> signIn() {
        SignInAttempt attempt = attempt();
        return exchange(attempt, consent(attempt));
    }

    /** Returns the parameters with which the issuer redirects back. */
    Map<String, String> consent(SignInAttempt attempt) {
        return parameters(server.consent(issuer.authorize(attempt)));
    }

    Optional<VerifiedSignIn> exchange(SignInAttempt attempt, Map<String, String> callback) {
        return issuer.exchange(
                attempt, new Secret(callback.getOrDefault("code", "none")), Optional.ofNullable(callback.get("iss")));
    }

    static Map<String, String> parameters(URI url) {
        Map<String, String> parameters = new HashMap<>();
        for (String pair : url.getRawQuery().split("&", -1)) {
            String[] parts = pair.split("=", 2);
            parameters.put(parts[0], URLDecoder.decode(parts[1], StandardCharsets.UTF_8));
        }
        return parameters;
    }

    @Override
    public void close() {
        client.close();
        server.close();
    }
}
