package io.omnibridge.application.connect;

import io.omnibridge.application.accounts.AccountFactory;
import io.omnibridge.application.port.ConnectAttempts;
import io.omnibridge.application.port.CredentialSealer;
import io.omnibridge.application.port.LinkResult;
import io.omnibridge.application.revocation.RevocationPlanner;
import io.omnibridge.domain.account.Account;
import io.omnibridge.domain.account.Grant;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;

/**
 * Writes the account of a code exchange together with its completed attempt. A former refresh token is kept where the new grant has
 * none; otherwise the revocation of the replaced grant is queued with the write. Thread-safe.
 */
public final class WriteExchangedLink {

    private final ConnectAttempts attempts;
    private final AccountFactory accounts;
    private final KeepRefreshToken keepRefreshToken;
    private final RevocationPlanner planner;
    private final int quota;

    /** @param quota how many accounts one user may have */
    public WriteExchangedLink(
            ConnectAttempts attempts,
            AccountFactory accounts,
            CredentialSealer sealer,
            RevocationPlanner planner,
            int quota) {
        this.attempts = Objects.requireNonNull(attempts);
        this.accounts = Objects.requireNonNull(accounts);
        this.keepRefreshToken = new KeepRefreshToken(sealer);
        this.planner = Objects.requireNonNull(planner);
        this.quota = quota;
    }

    /**
     * Writes once.
     *
     * @param former the stored account, which the write expects unchanged
     * @return empty if the stored account or the attempt changed meanwhile
     */
    Optional<LinkResult> write(ExchangedLink link, Optional<Account> former) {
        Instant now = link.action().at();
        Optional<Grant> merged = former.flatMap(it -> keepRefreshToken.merge(it, link.grant(), now));
        if (merged.isPresent()) {
            Account account = accounts.fromConnect(link.key(), merged.get(), now)
                    .withRefresh(KeepRefreshToken.stateOf(former.orElseThrow()));
            return attempts.complete(
                    link.exchanging(), account, former.map(Account::metadata), quota, Optional.empty(), link.action());
        }
        return attempts.complete(
                link.exchanging(),
                accounts.fromConnect(link.key(), link.grant(), now),
                former.map(Account::metadata).filter(it -> link.wasLinkedBefore()),
                quota,
                former.flatMap(replaced -> planner.forReplaced(replaced, link.grant(), now)),
                link.action());
    }
}
