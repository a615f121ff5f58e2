package io.omnibridge.adapters.providers.oauth;

import io.omnibridge.adapters.providers.catalogue.Endpoints;
import io.omnibridge.adapters.providers.catalogue.ErrorRules;
import io.omnibridge.adapters.providers.catalogue.ProviderEntry;
import io.omnibridge.adapters.providers.catalogue.RevocationStyle;
import io.omnibridge.adapters.providers.transport.ProviderResponse;
import io.omnibridge.adapters.providers.transport.RequestFailed;
import io.omnibridge.adapters.providers.transport.RetryAfter;
import io.omnibridge.adapters.providers.transport.Transport;
import io.omnibridge.application.port.RevocationResult;
import io.omnibridge.domain.account.TokenOrigin;
import io.omnibridge.domain.revocation.RevocableToken;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Revokes tokens at the providers that issued them (RFC 7009). Revoking a token again does no harm. Thread-safe. */
public final class TokenRevocation {

    private static final Logger LOG = LoggerFactory.getLogger(TokenRevocation.class);
    private static final Duration TIMEOUT = Duration.ofSeconds(10);

    private final Transport transport;
    private final Discovery discovery;
    private final Clock clock;

    TokenRevocation(Transport transport, Discovery discovery, Clock clock) {
        this.transport = transport;
        this.discovery = discovery;
        this.clock = clock;
    }

    /** Revokes {@code token}, if the configured client and server issued it. */
    public RevocationResult revoke(ProviderEntry entry, RevocableToken token) {
        if (entry.revocation() == RevocationStyle.NONE) {
            return new RevocationResult.NotConfigured();
        }
        try {
            Endpoints endpoints = discovery.endpointsForRevocation(entry, new ProviderDeadline(clock, TIMEOUT));
            TokenOrigin origin = TokenOrigins.originOf(entry, endpoints);
            boolean isSupportedKind =
                    !(token.isRefreshToken() && entry.revocation().takesAccessToken());
            if (!token.origin().equals(origin) || endpoints.revocation().isEmpty() || !isSupportedKind) {
                return new RevocationResult.NotConfigured();
            }
            return send(entry, endpoints.revocation().get(), token);
        } catch (RequestFailed | InvalidProviderResponse e) {
            LOG.info("{}: revocation not sent: {}", entry.id().value(), e.getMessage());
            return new RevocationResult.Failed(Duration.ZERO);
        }
    }

    private RevocationResult send(ProviderEntry entry, URI endpoint, RevocableToken token) throws RequestFailed {
        ProviderResponse response = transport.send(new RevocationRequests(entry, endpoint).request(token, TIMEOUT));
        RevocationResponse result = new RevocationResponse(entry, response);
        if (result.isRevoked()) {
            return new RevocationResult.Revoked();
        }
        LOG.info("{}: revocation failed with status {}", entry.id().value(), response.status());
        if (result.isUnsupported()) {
            return new RevocationResult.Impossible();
        }
        ErrorRules rules = entry.tokens().errors();
        return new RevocationResult.Failed(RetryAfter.read(response, rules.retryAfterHeader(), clock.instant()));
    }
}
