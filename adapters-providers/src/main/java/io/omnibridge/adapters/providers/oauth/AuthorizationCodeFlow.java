package io.omnibridge.adapters.providers.oauth;

import com.fasterxml.jackson.databind.JsonNode;
import io.omnibridge.adapters.providers.catalogue.AuthorizationRules;
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
import io.omnibridge.domain.revocation.UnusedTokens;
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

    AuthorizationCodeFlow(Transport transport, Discovery discovery, KeySets keySets, URI publicUrl, Clock clock) {
        this.clock = clock;
        this.redirectUris = new RedirectUris(publicUrl);
        this.discovery = discovery;
        this.tokenEndpoint = new TokenEndpoint(transport, clock);
        this.idTokens = new IdTokens(keySets, clock);
        this.identity = new IdentityResolver(transport);
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
            case SUCCESS -> granted(exchange, result);
            case INVALID_CLIENT, CLIENT_OR_GRANT_REFUSED -> clientRefused(exchange, result);
            case INVALID_GRANT, OTHER_ERROR, REQUEST_REFUSED, WRONG_ENDPOINT ->
                failed(AttemptFailure.CODE_REFUSED, exchange, result);
            case UNREADABLE -> failed(AttemptFailure.UNUSABLE_ANSWER, exchange, result);
            case NOT_PROCESSED, OUTCOME_UNKNOWN -> failed(AttemptFailure.EXCHANGE_UNKNOWN, exchange, result);
        };
    }

    private static ExchangeResult clientRefused(Exchange exchange, TokenResult result) {
        LOG.warn(
                "{}: the provider refused the exchange as one of an unknown client: check client_id and client_secret",
                exchange.entry().id().value());
        return failed(AttemptFailure.CODE_REFUSED, exchange, result);
    }

    private static ExchangeResult failed(AttemptFailure reason, Exchange exchange, TokenResult result) {
        return failed(reason, exchange, result, Optional.empty());
    }

    /** @param account the account that the provider has told; empty if it told none */
    private static ExchangeResult failed(
            AttemptFailure reason, Exchange exchange, TokenResult result, Optional<ProviderAccountId> account) {
        TokenOrigin origin = TokenOrigins.originOf(exchange.entry(), exchange.endpoints());
        return new ExchangeResult.Failed(
                reason,
                result.bytes()
                        .map(bytes -> IssuedTokens.in(bytes, exchange.entry(), origin))
                        .filter(tokens -> !tokens.isEmpty())
                        .map(tokens -> new UnusedTokens(account, tokens)));
    }

    /** Determines the account. Whatever fails, the result names the tokens: they were issued, and have to be revoked. */
    private ExchangeResult granted(Exchange exchange, TokenResult result) {
        ProviderEntry entry = exchange.entry();
        Optional<ProviderAccountId> told = Optional.empty();
        try {
            JsonNode tokenResponse = result.body().orElseThrow();
            Grant grant = grant(exchange, tokenResponse);
            Optional<String> subject = subject(exchange, tokenResponse);
            told = identity.told(entry, subject);
            Secret accessToken = grant.credentials().accessToken();
            return new ExchangeResult.Granted(
                    identity.find(
                            entry, exchange.endpoints(), tokenResponse, accessToken, subject, exchange.deadline()),
                    grant);
        } catch (ContradictoryIdentity e) {
            LOG.warn("{}: exchange failed: {}", entry.id().value(), e.getMessage());
            return failed(AttemptFailure.UNUSABLE_ANSWER, exchange, result);
        } catch (InvalidProviderResponse | RequestFailed e) {
            LOG.warn("{}: exchange failed: {}", entry.id().value(), e.getMessage());
            return failed(AttemptFailure.UNUSABLE_ANSWER, exchange, result, told);
        } catch (RuntimeException | StackOverflowError e) {
            LOG.error(
                    "{}: exchange failed: unexpected {}",
                    entry.id().value(),
                    e.getClass().getName());
            return failed(AttemptFailure.UNUSABLE_ANSWER, exchange, result, told);
        }
    }

    private Grant grant(Exchange exchange, JsonNode tokenResponse) throws InvalidProviderResponse {
        TokenOrigin origin = TokenOrigins.originOf(exchange.entry(), exchange.endpoints());
        Scopes requested =
                exchange.entry().authorization().withRequired(exchange.attempt().scopes());
        Grant grant = new TokenResponse(exchange.entry(), clock.instant()).first(tokenResponse, requested, origin);
        warnIfNotOffline(exchange.entry(), requested, grant);
        return grant;
    }

    private static void warnIfNotOffline(ProviderEntry entry, Scopes requested, Grant grant) {
        if (requested.values().contains(AuthorizationRules.OFFLINE_ACCESS)
                && grant.credentials().refreshToken().isEmpty()) {
            LOG.warn(
                    "{}: offline_access was requested, and the provider issued no refresh token: the account has to be"
                            + " connected again once its access token expires",
                    entry.id().value());
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
