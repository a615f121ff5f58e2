package io.omnibridge.adapters.http.session;

import io.omnibridge.application.port.IdentityProvider;
import io.omnibridge.application.port.LogoutTokens;
import io.omnibridge.application.port.ProviderUnavailable;
import io.omnibridge.application.port.SignOutNotice;
import io.omnibridge.application.port.VerifiedSignIn;
import io.omnibridge.domain.credentials.Secret;
import io.omnibridge.domain.identity.UserId;
import io.omnibridge.domain.session.Profile;
import io.omnibridge.domain.session.SignInAttempt;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;

/**
 * Issuer at which each user has a code of the user's name, which counts once and only for the attempt that it was issued for. A logout
 * token is the user's name behind {@code logout-}. Thread-safe.
 */
final class FakeIssuer implements IdentityProvider, LogoutTokens {

    static final String AUTHORIZE = "https://issuer.example/authorize?state=";

    final List<SignInAttempt> attempts = new CopyOnWriteArrayList<>();
    final List<Optional<String>> issuers = new CopyOnWriteArrayList<>();
    private final Map<String, SignInAttempt> codes = new ConcurrentHashMap<>();
    volatile Optional<URI> signOutPage = Optional.empty();
    volatile boolean isAway;

    /** Signs the user in for the last attempt, and returns the redirect with the code. */
    String signIn(String user) {
        SignInAttempt attempt = attempts.get(attempts.size() - 1);
        codes.put(user, attempt);
        return "/ui/signed-in?state=" + attempt.oauthState().reveal() + "&code=" + user;
    }

    @Override
    public URI authorize(SignInAttempt attempt) {
        requirePresent();
        attempts.add(attempt);
        return URI.create(AUTHORIZE + attempt.oauthState().reveal() + "&prompt=login");
    }

    @Override
    public Optional<VerifiedSignIn> exchange(SignInAttempt attempt, Secret code, Optional<String> issuer) {
        requirePresent();
        issuers.add(issuer);
        String name = code.reveal();
        return Optional.ofNullable(codes.remove(name))
                .filter(attempt::equals)
                .map(it -> new VerifiedSignIn(new UserId(name), Profile.NONE));
    }

    private void requirePresent() {
        if (isAway) {
            throw new ProviderUnavailable("away");
        }
    }

    @Override
    public Optional<URI> signOutPage() {
        return signOutPage;
    }

    @Override
    public Optional<SignOutNotice> verify(String logoutToken) {
        requirePresent();
        return logoutToken.startsWith("logout-")
                ? Optional.of(new SignOutNotice(
                        new UserId(logoutToken.substring("logout-".length())), logoutToken, Instant.MAX))
                : Optional.empty();
    }
}
