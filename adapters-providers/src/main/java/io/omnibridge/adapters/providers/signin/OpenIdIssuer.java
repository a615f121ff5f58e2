package io.omnibridge.adapters.providers.signin;

import io.omnibridge.adapters.providers.oauth.InvalidProviderResponse;
import io.omnibridge.adapters.providers.oauth.SignInTokens;
import io.omnibridge.adapters.providers.oauth.UnreadableKeys;
import io.omnibridge.adapters.providers.transport.RequestFailed;
import io.omnibridge.application.port.IdentityProvider;
import io.omnibridge.application.port.ProviderUnavailable;
import io.omnibridge.application.port.VerifiedSignIn;
import io.omnibridge.domain.credentials.Secret;
import io.omnibridge.domain.identity.UserId;
import io.omnibridge.domain.session.SignInAttempt;
import java.net.URI;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Signs people in at the issuer of the users' JWTs. Thread-safe. */
public final class OpenIdIssuer implements IdentityProvider {

    private static final Logger LOG = LoggerFactory.getLogger(OpenIdIssuer.class);

    private final IssuerClient client;
    private final AccessTokenUsers accessTokens;

    /** @param accessTokens names the user of an access token; a sign-in fails where that is not the user of the ID token */
    public OpenIdIssuer(IssuerClient client, AccessTokenUsers accessTokens) {
        this.client = client;
        this.accessTokens = accessTokens;
    }

    @Override
    public URI authorize(SignInAttempt attempt) {
        try {
            return client.authorizationUrl(attempt);
        } catch (RequestFailed | InvalidProviderResponse e) {
            throw unavailable(e);
        }
    }

    @Override
    public Optional<VerifiedSignIn> exchange(SignInAttempt attempt, Secret code, Optional<String> issuer) {
        try {
            return signedIn(client.exchange(attempt, code, issuer));
        } catch (RequestFailed | UnreadableKeys e) {
            throw unavailable(e);
        } catch (InvalidProviderResponse e) {
            LOG.warn("sign-in refused: {}", e.getMessage());
            return Optional.empty();
        }
    }

    private Optional<VerifiedSignIn> signedIn(SignInTokens tokens) {
        UserClaims claims = new UserClaims(tokens.claims());
        Optional<UserId> user = claims.user(client.settings().userClaim());
        if (user.isEmpty()) {
            LOG.warn("sign-in refused: the ID token has no user id in the claim of OMNIBRIDGE_JWT_USER_CLAIM");
        }
        return user.filter(it -> isUserOfAccessToken(it, tokens)).map(it -> new VerifiedSignIn(it, claims.profile()));
    }

    private boolean isUserOfAccessToken(UserId user, SignInTokens tokens) {
        boolean isSame = tokens.accessToken().map(Secret::reveal).flatMap(accessTokens::of).stream()
                .allMatch(user::equals);
        if (!isSame) {
            LOG.error("sign-in refused: ID token and access token name different users in the claim of"
                    + " OMNIBRIDGE_JWT_USER_CLAIM; choose a claim that is the same for all clients");
        }
        return isSame;
    }

    @Override
    public Optional<URI> signOutPage() {
        try {
            return client.endSessionUrl();
        } catch (RequestFailed | InvalidProviderResponse e) {
            LOG.warn("the issuer's sign-out page is not known: {}", e.getMessage());
            return Optional.empty();
        }
    }

    private static ProviderUnavailable unavailable(Exception e) {
        return new ProviderUnavailable("issuer of the sign-in: " + e.getMessage());
    }
}
