package io.omnibridge.adapters.store.postgres;

import io.omnibridge.adapters.store.sweep.Met;
import io.omnibridge.adapters.store.sweep.SweepPlace;
import io.omnibridge.application.port.AccountSweep;
import io.omnibridge.application.port.ErasedUser;
import io.omnibridge.application.port.SweepPage;
import io.omnibridge.application.port.SweepPosition;
import io.omnibridge.domain.account.Account;
import io.omnibridge.domain.credentials.SealedCredentials;
import io.omnibridge.domain.identity.UserId;
import io.omnibridge.domain.revocation.Obligation;
import io.omnibridge.domain.revocation.SealedToken;

/** The accounts of a {@link PostgresStore}, by user, provider and account id, byte by byte. Thread-safe. */
final class PostgresSweep implements AccountSweep {

    private final Database database;

    PostgresSweep(Database database) {
        this.database = database;
    }

    @Override
    public SweepPage<Account> accounts(SweepPosition after, int limit) {
        SweepPlace position = SweepPlace.of(SweepPlace.Kind.ACCOUNTS, after);
        return Met.page(database.call(SweepQueries.accounts(position, limit)), limit);
    }

    @Override
    public SweepPage<UserId> users(SweepPosition after, int limit) {
        SweepPlace position = SweepPlace.of(SweepPlace.Kind.USERS, after);
        return Met.page(database.call(SweepQueries.users(position, limit)), limit);
    }

    @Override
    public boolean reseal(Account swept, SealedCredentials resealed) {
        return !database.call(SweepQueries.reseal(swept, resealed)).isEmpty();
    }

    @Override
    public SweepPage<Obligation> obligations(SweepPosition after, int limit) {
        SweepPlace position = SweepPlace.of(SweepPlace.Kind.OBLIGATIONS, after);
        return Met.page(database.call(ObligationQueries.sweep(position, limit)), limit);
    }

    @Override
    public boolean reseal(Obligation swept, SealedToken resealed) {
        return !database.call(ObligationQueries.replace(swept, swept.sealedAnew(resealed)))
                .isEmpty();
    }

    @Override
    public ErasedUser erase(UserId user) {
        return database.call(new Attempts<>(
                connection -> SweepQueries.erase(user).over(connection).stream().findFirst()));
    }
}
