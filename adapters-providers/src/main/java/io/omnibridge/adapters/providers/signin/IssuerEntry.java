package io.omnibridge.adapters.providers.signin;

import com.fasterxml.jackson.core.JsonPointer;
import io.omnibridge.adapters.providers.catalogue.ApiRules;
import io.omnibridge.adapters.providers.catalogue.AuthorizationRules;
import io.omnibridge.adapters.providers.catalogue.BodyFormat;
import io.omnibridge.adapters.providers.catalogue.ClientAuthentication;
import io.omnibridge.adapters.providers.catalogue.Endpoints;
import io.omnibridge.adapters.providers.catalogue.ErrorRules;
import io.omnibridge.adapters.providers.catalogue.IdTokenAlgorithm;
import io.omnibridge.adapters.providers.catalogue.IdTokenRules;
import io.omnibridge.adapters.providers.catalogue.IdentitySource;
import io.omnibridge.adapters.providers.catalogue.ProviderEntry;
import io.omnibridge.adapters.providers.catalogue.RevocationStyle;
import io.omnibridge.adapters.providers.catalogue.TokenRules;
import io.omnibridge.adapters.providers.reads.ProviderReads;
import io.omnibridge.application.port.ConnectableProvider;
import io.omnibridge.domain.account.ProviderId;
import io.omnibridge.domain.account.Scopes;
import io.omnibridge.domain.refresh.RefreshPolicy;
import io.omnibridge.domain.refresh.RefreshTokenReuse;
import io.omnibridge.domain.revocation.RevocationScope;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The issuer as an entry of the catalogue, with the defaults that a provider of the kind {@code oidc} has. */
final class IssuerEntry {

    private static final ProviderId ID = new ProviderId("sign-in");

    /** What identifies a user, and what a page calls the user (OpenID Connect Core §5.4). */
    private static final Scopes SCOPES = Scopes.of(List.of("openid", "profile", "email"));

    private IssuerEntry() {}

    static ProviderEntry of(IssuerSettings settings, ClientAuthentication authentication) {
        return new ProviderEntry(
                connectable(),
                settings.registration(authentication),
                endpoints(settings.issuer()),
                new AuthorizationRules("scope", " ", Scopes.none(), Map.of()),
                tokens(),
                new IdTokenRules(IdTokenAlgorithm.DEFAULT, true),
                new IdentitySource.IdTokenSubject(false),
                Optional.empty(),
                RevocationStyle.NONE,
                new ApiRules("Bearer", Map.of()),
                new ProviderReads(List.of(), List.of(), false, List.of(), Optional.empty(), false));
    }

    private static ConnectableProvider connectable() {
        return new ConnectableProvider(
                ID,
                "issuer",
                Set.of(),
                SCOPES,
                true,
                true,
                RefreshPolicy.of(RefreshTokenReuse.KILLS_FAMILY, Duration.ZERO),
                RevocationScope.GRANT,
                Optional.empty());
    }

    private static Endpoints endpoints(String issuer) {
        return new Endpoints(
                Optional.of(issuer),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
    }

    private static TokenRules tokens() {
        return new TokenRules(
                BodyFormat.FORM,
                Map.of(),
                Map.of(),
                JsonPointer.empty(),
                Set.of("bearer"),
                Optional.empty(),
                new ErrorRules(false, Optional.empty(), Set.of(), Set.of(), Set.of(429, 503), "Retry-After"));
    }
}
