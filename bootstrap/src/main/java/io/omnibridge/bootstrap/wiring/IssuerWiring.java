package io.omnibridge.bootstrap.wiring;

import io.omnibridge.adapters.http.jwt.InvalidToken;
import io.omnibridge.adapters.http.jwt.KeysUnavailable;
import io.omnibridge.adapters.http.jwt.TokenVerifier;
import io.omnibridge.adapters.providers.signin.AccessTokenUsers;
import io.omnibridge.adapters.providers.signin.IssuerCheck;
import io.omnibridge.adapters.providers.signin.IssuerClient;
import io.omnibridge.adapters.providers.signin.IssuerSettings;
import io.omnibridge.adapters.providers.signin.OpenIdIssuer;
import io.omnibridge.adapters.providers.signin.OpenIdLogoutTokens;
import io.omnibridge.application.port.IdentityProvider;
import io.omnibridge.application.port.LogoutTokens;
import io.omnibridge.application.port.ProviderUnavailable;
import io.omnibridge.bootstrap.config.Config;
import io.omnibridge.bootstrap.config.UiConfig;
import java.net.URI;
import java.time.Clock;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * The issuer at which people sign in to the pages.
 *
 * @param provider empty in development, where a button signs in
 * @param logoutTokens empty where the issuer cannot name the user in a logout token
 * @param problem asks the issuer, and returns what makes the sign-in impossible; empty also if the issuer does not answer
 * @param close ends the scheduled fetches of the issuer's keys
 */
record IssuerWiring(
        Optional<IdentityProvider> provider,
        Optional<LogoutTokens> logoutTokens,
        Supplier<Optional<String>> problem,
        Runnable close) {

    static IssuerWiring of(Config config, UiConfig ui, TokenVerifier verifier, Clock clock) {
        if (!(ui instanceof UiConfig.AtIssuer atIssuer)) {
            return ofDevelopment();
        }
        IssuerSettings settings = new IssuerSettings(
                config.jwtPolicy().issuer(),
                atIssuer.client(),
                atIssuer.secret(),
                config.jwtPolicy().userClaim(),
                config.connect().publicUrl().orElseThrow());
        IssuerClient client = new IssuerClient(settings, atIssuer.egress(), clock);
        return new IssuerWiring(
                Optional.of(new OpenIdIssuer(client, users(verifier))),
                settings.isUserTheSubject() ? Optional.of(new OpenIdLogoutTokens(client)) : Optional.empty(),
                () -> IssuerCheck.problem(client),
                client::close);
    }

    /** Returns what stands for the issuer in development: nothing signs in there, and no logout token is valid. */
    private static IssuerWiring ofDevelopment() {
        return new IssuerWiring(Optional.empty(), Optional.of(token -> Optional.empty()), Optional::empty, () -> {});
    }

    private static AccessTokenUsers users(TokenVerifier verifier) {
        return token -> {
            try {
                return Optional.of(verifier.verify(token).user());
            } catch (InvalidToken e) {
                return Optional.empty();
            } catch (KeysUnavailable e) {
                throw new ProviderUnavailable("the issuer's keys are not known");
            }
        };
    }

    /** Returns where the browser ends its session at the issuer too. */
    Optional<URI> signOutPage() {
        return provider.flatMap(IdentityProvider::signOutPage);
    }
}
