package io.omnibridge.adapters.providers.oauth;

import com.fasterxml.jackson.databind.JsonNode;
import io.omnibridge.adapters.providers.catalogue.Endpoints;
import io.omnibridge.adapters.providers.catalogue.ErrorRules;
import io.omnibridge.adapters.providers.catalogue.ProviderEntry;
import io.omnibridge.adapters.providers.catalogue.RevocationStyle;
import io.omnibridge.adapters.providers.transport.RequestFailed;
import io.omnibridge.adapters.providers.transport.ProviderResponse;
import io.omnibridge.adapters.providers.transport.RetryAfter;
import io.omnibridge.adapters.providers.transport.Transport;
import io.omnibridge.application.port.RevocationResult;
import io.omnibridge.domain.account.Grant;
import io.omnibridge.domain.account.TokenOrigin;
import io.omnibridge.domain.credentials.Secret;
import io.omnibridge.domain.revocation.RevocableToken;
import io.omnibridge.domain.revocation.RevocationScope;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Gives grants back at the providers that they came from. Asking twice does no harm. Thread-safe. */
public final class TokenRevocation {

    private static final Logger LOG = LoggerFactory.getLogger(TokenRevocation.class);
    private static final Duration MAX_LENGTH = Duration.ofSeconds(10);

    /** Errors by which a provider says that it does not know the token, which is as good as revoked. */
    private static final Set<String> UNKNOWN_TOKEN =
            Set.of("invalid_token", "token_revoked", "token_expired", "invalid_auth", "account_inactive");

    private static final int NOT_FOUND = 404;

    private final Transport transport;
    private final Discovery discovery;
    private final Clock clock;

    TokenRevocation(Transport transport, Discovery discovery, Clock clock) {
        this.transport = transport;
        this.discovery = discovery;
        this.clock = clock;
    }

    /** Gives back what {@code token} stands for, if it came from here. */
    public RevocationResult revoke(ProviderEntry entry, RevocableToken token) {
        if (entry.revocation() == RevocationStyle.NONE) {
            return new RevocationResult.Impossible();
        }
        try {
            Endpoints endpoints = discovery.endpoints(entry, new Deadline(clock, MAX_LENGTH));
            TokenOrigin origin = TokenOrigins.originOf(entry, endpoints);
            boolean isOfAUsableKind =
                    !(token.isRefreshToken() && entry.revocation().takesAccessToken());
            if (!token.origin().equals(origin) || endpoints.revocation().isEmpty() || !isOfAUsableKind) {
                return new RevocationResult.Impossible();
            }
            return ask(entry, endpoints.revocation().get(), token);
        } catch (RequestFailed | InvalidProviderResponse e) {
            LOG.info("{}: nothing was revoked: {}", entry.id().value(), e.getMessage());
            return new RevocationResult.Failed(Duration.ZERO);
        }
    }

    /** Gives back, as far as that works at once and harms no other link, a grant that nobody will have. */
    void revokeUnused(ProviderEntry entry, Endpoints endpoints, Grant grant) {
        if (entry.connectable().revocation() == RevocationScope.TOKEN) {
            Optional<Secret> refreshToken = grant.credentials()
                    .refreshToken()
                    .filter(it -> !entry.revocation().takesAccessToken());
            Secret token = refreshToken.orElse(grant.credentials().accessToken());
            revoke(entry, new RevocableToken(token, refreshToken.isPresent(), TokenOrigins.originOf(entry, endpoints)));
        }
    }

    private RevocationResult ask(ProviderEntry entry, URI endpoint, RevocableToken token) throws RequestFailed {
        ProviderResponse answer = transport.send(new RevocationRequests(entry, endpoint).call(token, MAX_LENGTH));
        Optional<String> error =
                ProviderJson.object(answer).flatMap(TokenRevocation::error).filter(it -> isErrorExpected(entry, answer));
        boolean isGone = error.map(UNKNOWN_TOKEN::contains)
                .orElse(answer.status() / 100 == 2
                        || (entry.revocation() == RevocationStyle.GITHUB && answer.status() == NOT_FOUND));
        if (isGone) {
            return new RevocationResult.Revoked();
        }
        LOG.info("{}: status {} to a revocation", entry.id().value(), answer.status());
        if (error.equals(Optional.of("unsupported_token_type"))) {
            return new RevocationResult.Impossible();
        }
        ErrorRules rules = entry.tokens().errors();
        return new RevocationResult.Failed(RetryAfter.read(answer, rules.retryAfterHeader(), clock.instant()));
    }

    /** An error, as OAuth has it. */
    private static Optional<String> error(JsonNode answer) {
        return ProviderJson.text(answer, "error");
    }

    private static boolean isErrorExpected(ProviderEntry entry, ProviderResponse answer) {
        boolean isClientError = answer.status() / 100 == 4;
        return isClientError || entry.tokens().errors().mayHaveStatus200();
    }
}
