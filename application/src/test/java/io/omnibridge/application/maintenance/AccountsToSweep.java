package io.omnibridge.application.maintenance;

import io.omnibridge.application.port.AccountSweep;
import io.omnibridge.application.port.ErasedUser;
import io.omnibridge.application.port.SweepPage;
import io.omnibridge.application.port.SweepPosition;
import io.omnibridge.domain.account.Account;
import io.omnibridge.domain.credentials.SealedCredentials;
import io.omnibridge.domain.identity.UserId;
import io.omnibridge.domain.revocation.Obligation;
import io.omnibridge.domain.revocation.SealedToken;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;

/**
 * Some accounts in pages of two, each page with one more that cannot be read; some change between sweep and write. All
 * obligations are on one page.
 */
final class AccountsToSweep implements AccountSweep {

    final List<Account> accounts = new ArrayList<>();
    final List<Obligation> obligations = new ArrayList<>();
    final Set<Account> changedMeanwhile = new HashSet<>();
    int writes;

    @Override
    public SweepPage<Account> accounts(SweepPosition after, int limit) {
        int from = after.equals(SweepPosition.START) ? 0 : Integer.parseInt(after.value());
        int to = Math.min(from + 2, accounts.size());
        Optional<SweepPosition> next =
                to == accounts.size() ? Optional.empty() : Optional.of(new SweepPosition(Integer.toString(to)));
        return new SweepPage<>(accounts.subList(from, to), 1, next);
    }

    @Override
    public SweepPage<UserId> users(SweepPosition after, int limit) {
        throw new UnsupportedOperationException();
    }

    @Override
    public boolean reseal(Account swept, SealedCredentials resealed) {
        writes++;
        if (changedMeanwhile.contains(swept)) {
            return false;
        }
        IntStream.range(0, accounts.size())
                .filter(i -> accounts.get(i).equals(swept))
                .forEach(i -> accounts.set(i, new Account(swept.metadata(), resealed)));
        return true;
    }

    @Override
    public SweepPage<Obligation> obligations(SweepPosition after, int limit) {
        return new SweepPage<>(obligations, 0, Optional.empty());
    }

    @Override
    public boolean reseal(Obligation swept, SealedToken resealed) {
        writes++;
        obligations.replaceAll(owed -> owed.equals(swept) ? owed.sealedAnew(resealed) : owed);
        return true;
    }

    @Override
    public ErasedUser erase(UserId user) {
        throw new UnsupportedOperationException();
    }
}
