package io.omnibridge.adapters.providers.oauth;

import io.omnibridge.adapters.providers.catalogue.Endpoints;
import io.omnibridge.adapters.providers.catalogue.ProviderEntry;
import io.omnibridge.application.port.ExchangeResult;
import io.omnibridge.domain.account.ProviderAccountId;
import io.omnibridge.domain.account.Scopes;
import io.omnibridge.domain.account.TokenOrigin;
import io.omnibridge.domain.connect.AttemptFailure;
import io.omnibridge.domain.connect.AttemptSecrets;
import io.omnibridge.domain.connect.ConnectAttempt;
import io.omnibridge.domain.revocation.UnusedTokens;
import java.util.Optional;

/** One exchange of a code: what is exchanged, with which configuration, and until when. */
record CodeExchange(
        ProviderEntry entry,
        Endpoints endpoints,
        ConnectAttempt attempt,
        AttemptSecrets secrets,
        ProviderDeadline deadline) {

    /** Returns provider and attempt, for the log. */
    String name() {
        return entry.id().value() + ": exchange of attempt " + attempt.id().value();
    }

    /** Returns where the tokens come from, and so may be sent to. */
    TokenOrigin origin() {
        return TokenOrigins.originOf(entry, endpoints);
    }

    /** Returns the scopes of the authorization request. */
    Scopes requestedScopes() {
        return entry.authorization().withRequired(attempt.scopes());
    }

    /** Returns a failure that names the tokens in the provider's response, for their revocation. */
    ExchangeResult failed(AttemptFailure reason, TokenResult result) {
        return failed(reason, result, Optional.empty());
    }

    /**
     * As {@link #failed(AttemptFailure, TokenResult)}.
     *
     * @param account the account that the provider named; empty if it named none
     */
    ExchangeResult failed(AttemptFailure reason, TokenResult result, Optional<ProviderAccountId> account) {
        return new ExchangeResult.Failed(
                reason,
                result.bytes()
                        .map(bytes -> IssuedTokens.in(bytes, entry, origin()))
                        .filter(tokens -> !tokens.isEmpty())
                        .map(tokens -> new UnusedTokens(account, tokens)));
    }
}
