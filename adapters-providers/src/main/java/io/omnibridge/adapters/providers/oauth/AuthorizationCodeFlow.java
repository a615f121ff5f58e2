package io.omnibridge.adapters.providers.oauth;

import io.omnibridge.adapters.providers.catalogue.Endpoints;
import io.omnibridge.adapters.providers.catalogue.ProviderEntry;
import io.omnibridge.adapters.providers.transport.RequestFailed;
import io.omnibridge.adapters.providers.transport.Transport;
import io.omnibridge.application.port.AuthorizationRequest;
import io.omnibridge.application.port.ExchangeResult;
import io.omnibridge.application.port.ProviderUnavailable;
import io.omnibridge.domain.account.Scopes;
import io.omnibridge.domain.connect.AttemptFailure;
import io.omnibridge.domain.connect.AttemptSecrets;
import io.omnibridge.domain.connect.ConnectAttempt;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Authorization code flow (RFC 6749 §4.1): builds authorization requests and exchanges codes. Thread-safe. */
public final class AuthorizationCodeFlow {

    /** Maximum time of an exchange, including discovery, keys and identity. */
    private static final Duration MAX_EXCHANGE = Duration.ofSeconds(30);

    private static final Logger LOG = LoggerFactory.getLogger(AuthorizationCodeFlow.class);
    private static final Duration MAX_DISCOVERY = Duration.ofSeconds(10);

    private final Clock clock;
    private final RedirectUris redirectUris;
    private final Discovery discovery;
    private final TokenEndpoint tokenEndpoint;
    private final GrantAcceptance acceptance;

    AuthorizationCodeFlow(Transport transport, Discovery discovery, KeySets keySets, URI publicUrl, Clock clock) {
        this.clock = clock;
        this.redirectUris = new RedirectUris(publicUrl);
        this.discovery = discovery;
        this.tokenEndpoint = new TokenEndpoint(transport, clock);
        this.acceptance = new GrantAcceptance(new IdTokens(keySets, clock), new IdentityResolver(transport), clock);
    }

    /** Returns whether {@link #begin} would have to wait for the issuer's metadata now. */
    public boolean isDiscoveryNeeded(ProviderEntry entry) {
        return discovery.isWaitNeeded(entry);
    }

    /**
     * Builds the authorization request of an attempt and pins the provider's current configuration.
     *
     * @throws ProviderUnavailable if discovery fails
     */
    public AuthorizationRequest begin(ProviderEntry entry, Scopes scopes, String state, AttemptSecrets secrets) {
        try {
            Endpoints endpoints = discovery.endpoints(entry, new ProviderDeadline(clock, MAX_DISCOVERY));
            URI authorization = endpoints.authorization().orElseThrow();
            return new AuthorizationRequest(
                    new AuthorizationUrlBuilder(redirectUris).build(entry, authorization, scopes, state, secrets),
                    TokenOrigins.pin(entry, endpoints));
        } catch (RequestFailed | InvalidProviderResponse e) {
            throw new ProviderUnavailable(entry.id().value() + ": " + e.getMessage());
        }
    }

    /** Exchanges the code of {@code attempt} and determines the account. Sends the code at most once. */
    public ExchangeResult exchange(ProviderEntry entry, ConnectAttempt attempt, AttemptSecrets secrets) {
        ProviderDeadline deadline = new ProviderDeadline(clock, MAX_EXCHANGE);
        try {
            Endpoints endpoints = discovery.endpoints(entry, deadline);
            if (!TokenOrigins.isUnchanged(TokenOrigins.pin(entry, endpoints), attempt.pinned())) {
                return new ExchangeResult.Failed(AttemptFailure.PROVIDER_CHANGED);
            }
            return exchange(new CodeExchange(entry, endpoints, attempt, secrets, deadline));
        } catch (RequestFailed e) {
            return notSent(attempt, String.valueOf(e.getMessage()), AttemptFailure.PROVIDER_UNREACHABLE);
        } catch (InvalidProviderResponse e) {
            return notSent(attempt, String.valueOf(e.getMessage()), AttemptFailure.UNUSABLE_ANSWER);
        }
    }

    /** Returns the result of an exchange that failed at the issuer's metadata. */
    private static ExchangeResult notSent(ConnectAttempt attempt, String problem, AttemptFailure reason) {
        LOG.warn(
                "{}: exchange of attempt {} not begun, no metadata of the issuer: {}",
                attempt.provider().value(),
                attempt.id().value(),
                problem);
        return new ExchangeResult.Failed(reason);
    }

    private ExchangeResult exchange(CodeExchange exchange) {
        ProviderEntry entry = exchange.entry();
        TokenResult result = tokenEndpoint.send(
                entry,
                new TokenRequests(entry, exchange.attempt().pinned().tokenEndpoint())
                        .exchange(
                                exchange.secrets().code().orElseThrow(),
                                exchange.secrets().verifier(),
                                redirectUris.of(entry.id()),
                                exchange.deadline().remaining()));
        return result.kind() == TokenResultKind.SUCCESS
                ? acceptance.accept(exchange, result)
                : RefusedExchange.failed(exchange, result);
    }
}
