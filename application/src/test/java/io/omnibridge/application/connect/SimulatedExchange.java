package io.omnibridge.application.connect;

import io.omnibridge.domain.account.AccountKey;
import io.omnibridge.domain.account.Scopes;
import io.omnibridge.domain.audit.AuditedAction;
import io.omnibridge.domain.connect.AttemptId;
import io.omnibridge.domain.connect.AttemptSecrets;
import io.omnibridge.domain.connect.AttemptState;
import io.omnibridge.domain.connect.ConnectAttempt;
import io.omnibridge.domain.connect.HashedValue;
import io.omnibridge.domain.connect.PinnedProvider;
import io.omnibridge.domain.credentials.Secret;
import java.net.URI;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;

/** Gives the simulation of refreshes the production code that ends a connect attempt. */
public final class SimulatedExchange {

    private static final AttemptSecrets SECRETS =
            new AttemptSecrets(Optional.empty(), Optional.empty(), Optional.of(new Secret("code")));

    private SimulatedExchange() {}

    /** Returns an attempt for {@code key} whose code is being exchanged from {@code now} on. */
    public static ConnectAttempt attempt(AccountKey key, int number, Instant now) {
        return new ConnectAttempt(
                new AttemptId("%032x".formatted(number)),
                key.owner(),
                3,
                key.provider(),
                new PinnedProvider(Optional.empty(), false, URI.create("https://provider.example/token"), "client"),
                Scopes.none(),
                Optional.empty(),
                HashedValue.of("state" + number),
                Optional.empty(),
                new AttemptState.Exchanging(now.plus(CompleteReturned.EXCHANGE_TIME)),
                now,
                now.plusSeconds(600));
    }

    /** Exchanges the code of {@code attempt}, and returns whether the account is linked. */
    public static boolean exchange(
            ExchangeCode exchangeCode, ConnectAttempt attempt, Set<AccountKey> linkedBefore, AuditedAction action) {
        return exchangeCode.exchange(attempt, SECRETS, linkedBefore, action) instanceof CompleteResult.Completed;
    }
}
