package io.omnibridge.adapters.providers.oauth;

import com.fasterxml.jackson.databind.JsonNode;
import io.omnibridge.adapters.providers.catalogue.AuthorizationRules;
import io.omnibridge.adapters.providers.catalogue.ProviderEntry;
import io.omnibridge.adapters.providers.transport.RequestFailed;
import io.omnibridge.application.port.ExchangeResult;
import io.omnibridge.domain.account.Grant;
import io.omnibridge.domain.account.ProviderAccountId;
import io.omnibridge.domain.account.Scopes;
import io.omnibridge.domain.connect.AttemptFailure;
import io.omnibridge.domain.credentials.Secret;
import java.time.Clock;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Checks a token response to a code: reads the grant, validates the ID token, and determines the account. Thread-safe. */
final class GrantAcceptance {

    private static final Logger LOG = LoggerFactory.getLogger(GrantAcceptance.class);

    private final IdTokens idTokens;
    private final IdentityResolver identity;
    private final Clock clock;

    GrantAcceptance(IdTokens idTokens, IdentityResolver identity, Clock clock) {
        this.idTokens = idTokens;
        this.identity = identity;
        this.clock = clock;
    }

    /** Returns the grant and its account. Whatever fails, the result names the tokens: they have to be revoked. */
    ExchangeResult accept(CodeExchange exchange, TokenResult result) {
        ProviderEntry entry = exchange.entry();
        Optional<ProviderAccountId> reported = Optional.empty();
        try {
            JsonNode tokenResponse = result.body().orElseThrow();
            Grant grant = grant(exchange, tokenResponse);
            Optional<VerifiedIdToken> idToken = idToken(exchange, tokenResponse);
            reported = identity.reported(entry, idToken);
            Secret accessToken = grant.credentials().accessToken();
            AccountIdentity found = identity.find(
                    entry, exchange.endpoints(), tokenResponse, accessToken, idToken, exchange.deadline());
            return new ExchangeResult.Granted(found.account(), grant.withLabel(found.label()));
        } catch (ContradictoryIdentity e) {
            LOG.warn("{}: {}", exchange.name(), e.getMessage());
            return exchange.failed(AttemptFailure.UNUSABLE_ANSWER, result);
        } catch (InvalidProviderResponse e) {
            LOG.warn("{}: {}", exchange.name(), e.getMessage());
            return exchange.failed(AttemptFailure.UNUSABLE_ANSWER, result, reported);
        } catch (RequestFailed e) {
            LOG.warn("{}: the account's identity was not read: {}", exchange.name(), e.getMessage());
            return exchange.failed(AttemptFailure.PROVIDER_UNREACHABLE, result, reported);
        } catch (RuntimeException | StackOverflowError e) {
            LOG.error("{}: unexpected {}", exchange.name(), e.getClass().getName());
            return exchange.failed(AttemptFailure.UNUSABLE_ANSWER, result, reported);
        }
    }

    private Grant grant(CodeExchange exchange, JsonNode tokenResponse) throws InvalidProviderResponse {
        Scopes requested = exchange.requestedScopes();
        Grant grant =
                new TokenResponse(exchange.entry(), clock.instant()).first(tokenResponse, requested, exchange.origin());
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

    private Optional<VerifiedIdToken> idToken(CodeExchange exchange, JsonNode tokenResponse)
            throws InvalidProviderResponse {
        ProviderEntry entry = exchange.entry();
        if (!entry.connectable().isOpenId()) {
            return Optional.empty();
        }
        String idToken = ProviderJson.text(tokenResponse, "id_token")
                .orElseThrow(
                        () -> IdTokenCheck.FORM.failed("the response has no id_token; is openid among the scopes?"));
        Optional<Secret> nonce = exchange.secrets().nonce();
        return Optional.of(idTokens.verify(entry, exchange.endpoints(), idToken, nonce, exchange.deadline()));
    }
}
