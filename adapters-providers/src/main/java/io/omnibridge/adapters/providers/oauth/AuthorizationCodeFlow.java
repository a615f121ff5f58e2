package io.omnibridge.adapters.providers.oauth;

import com.fasterxml.jackson.databind.JsonNode;
import io.omnibridge.adapters.providers.catalogue.Endpoints;
import io.omnibridge.adapters.providers.catalogue.ProviderEntry;
import io.omnibridge.adapters.providers.transport.RequestFailed;
import io.omnibridge.adapters.providers.transport.Transport;
import io.omnibridge.application.port.AuthorizationServers.Authorization;
import io.omnibridge.application.port.ExchangeResult;
import io.omnibridge.application.port.ProviderUnavailable;
import io.omnibridge.domain.account.Grant;
import io.omnibridge.domain.account.ProviderAccountId;
import io.omnibridge.domain.account.Scopes;
import io.omnibridge.domain.account.TokenOrigin;
import io.omnibridge.domain.connect.AttemptFailure;
import io.omnibridge.domain.connect.AttemptSecrets;
import io.omnibridge.domain.connect.ConnectAttempt;
import io.omnibridge.domain.credentials.Secret;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
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
    private final IdTokens idTokens;
    private final IdentityResolver identity;
    private final TokenRevocation tokenRevocation;

    AuthorizationCodeFlow(
            Transport transport,
            Discovery discovery,
            KeySets keySets,
            TokenRevocation tokenRevocation,
            URI publicUrl,
            Clock clock) {
        this.clock = clock;
        this.redirectUris = new RedirectUris(publicUrl);
        this.discovery = discovery;
        this.tokenEndpoint = new TokenEndpoint(transport, clock);
        this.idTokens = new IdTokens(keySets, clock);
        this.identity = new IdentityResolver(transport);
        this.tokenRevocation = tokenRevocation;
    }

    /**
     * Builds the authorization request of an attempt and pins the provider's current configuration.
     *
     * @throws ProviderUnavailable if discovery fails
     */
    public Authorization begin(ProviderEntry entry, Scopes scopes, String state, AttemptSecrets secrets) {
        try {
            Endpoints endpoints = discovery.endpoints(entry, new Deadline(clock, MAX_DISCOVERY));
            URI authorization = endpoints.authorization().orElseThrow();
            return new Authorization(
                    new AuthorizationUrlBuilder(redirectUris).build(entry, authorization, scopes, state, secrets),
                    TokenOrigins.pin(entry, endpoints));
        } catch (RequestFailed | InvalidProviderResponse e) {
            throw new ProviderUnavailable(entry.id().value() + ": " + e.getMessage());
        }
    }

    /** Exchanges the code of {@code attempt} and determines the account. Sends the code at most once. */
    public ExchangeResult exchange(ProviderEntry entry, ConnectAttempt attempt, AttemptSecrets secrets) {
        Deadline deadline = new Deadline(clock, MAX_EXCHANGE);
        try {
            Endpoints endpoints = discovery.endpoints(entry, deadline);
            if (!TokenOrigins.isUnchanged(TokenOrigins.pin(entry, endpoints), attempt.pinned())) {
                return new ExchangeResult.Failed(AttemptFailure.PROVIDER_CHANGED);
            }
            return exchange(new Exchange(entry, endpoints, attempt, secrets, deadline));
        } catch (RequestFailed | InvalidProviderResponse e) {
            LOG.info("{}: code not exchanged: {}", entry.id().value(), e.getMessage());
            return new ExchangeResult.Failed(AttemptFailure.EXCHANGE_UNKNOWN);
        }
    }

    private record Exchange(
            ProviderEntry entry,
            Endpoints endpoints,
            ConnectAttempt attempt,
            AttemptSecrets secrets,
            Deadline deadline) {}

    private ExchangeResult exchange(Exchange exchange) {
        ProviderEntry entry = exchange.entry();
        TokenResult result = tokenEndpoint.send(
                entry,
                new TokenRequests(entry, exchange.attempt().pinned().tokenEndpoint())
                        .exchange(
                                exchange.secrets().code().orElseThrow(),
                                exchange.secrets().verifier(),
                                redirectUris.of(entry.id()),
                                exchange.deadline().remaining()));
        return switch (result.kind()) {
            case SUCCESS -> granted(exchange, result.body().orElseThrow());
            case INVALID_CLIENT, CLIENT_OR_GRANT_REFUSED -> clientRefused(entry);
            case INVALID_GRANT, OTHER_ERROR, REQUEST_REFUSED, WRONG_ENDPOINT ->
                new ExchangeResult.Failed(AttemptFailure.CODE_REFUSED);
            case UNREADABLE -> new ExchangeResult.Failed(AttemptFailure.UNUSABLE_ANSWER);
            case NOT_PROCESSED, OUTCOME_UNKNOWN -> new ExchangeResult.Failed(AttemptFailure.EXCHANGE_UNKNOWN);
        };
    }

    private static ExchangeResult clientRefused(ProviderEntry entry) {
        LOG.warn(
                "{}: the provider refused the exchange as one of an unknown client: check client_id and client_secret",
                entry.id().value());
        return new ExchangeResult.Failed(AttemptFailure.CODE_REFUSED);
    }

    private ExchangeResult granted(Exchange exchange, JsonNode tokenResponse) {
        ProviderEntry entry = exchange.entry();
        Optional<Grant> grant = Optional.empty();
        try {
            TokenOrigin origin = TokenOrigins.originOf(entry, exchange.endpoints());
            Scopes requested =
                    entry.authorization().withRequired(exchange.attempt().scopes());
            grant = Optional.of(new TokenResponse(entry, clock.instant()).first(tokenResponse, requested, origin));
            Secret accessToken = grant.get().credentials().accessToken();
            ProviderAccountId account = identity.find(
                    entry,
                    exchange.endpoints(),
                    tokenResponse,
                    accessToken,
                    subject(exchange, tokenResponse),
                    exchange.deadline());
            return new ExchangeResult.Granted(account, grant.get());
        } catch (InvalidProviderResponse | RequestFailed e) {
            LOG.warn("{}: exchange failed: {}", entry.id().value(), e.getMessage());
            grant.ifPresent(it -> tokenRevocation.revokeUnused(entry, exchange.endpoints(), it));
            return new ExchangeResult.Failed(AttemptFailure.UNUSABLE_ANSWER);
        }
    }

    private Optional<String> subject(Exchange exchange, JsonNode tokenResponse) throws InvalidProviderResponse {
        ProviderEntry entry = exchange.entry();
        if (!entry.connectable().isOpenId()) {
            return Optional.empty();
        }
        String idToken = ProviderJson.text(tokenResponse, "id_token")
                .orElseThrow(() -> new InvalidProviderResponse("the ID token is missing"));
        Optional<Secret> nonce = exchange.secrets().nonce();
        return Optional.of(idTokens.subject(entry, exchange.endpoints(), idToken, nonce, exchange.deadline()));
    }
}
