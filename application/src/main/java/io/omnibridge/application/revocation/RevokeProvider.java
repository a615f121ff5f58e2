package io.omnibridge.application.revocation;

import io.omnibridge.application.maintenance.PagedScan;
import io.omnibridge.application.port.AccountScan;
import io.omnibridge.domain.account.ProviderId;
import java.time.Clock;
import java.util.Objects;

/**
 * Unlinks all accounts at one provider, of all users, and revokes their grants. It may be interrupted at any moment and
 * run again. Nodes attempt later what the provider does not revoke now.
 */
public final class RevokeProvider {

    private final AccountScan scan;
    private final RemoveAccount removeAccount;
    private final RevokeGrant revokeGrant;
    private final Clock clock;

    public RevokeProvider(AccountScan scan, RemoveAccount removeAccount, RevokeGrant revokeGrant, Clock clock) {
        this.scan = Objects.requireNonNull(scan);
        this.removeAccount = Objects.requireNonNull(removeAccount);
        this.revokeGrant = Objects.requireNonNull(revokeGrant);
        this.clock = Objects.requireNonNull(clock);
    }

    /**
     * Visits every account at least once.
     *
     * @throws io.omnibridge.application.port.StoreUnavailable if the store did not answer; what was done remains done
     */
    public RevokeProviderResult revoke(ProviderId provider, RevocationObserver observer) {
        ProviderRevocation revocation = new ProviderRevocation(provider, removeAccount, revokeGrant, clock);
        long unreadable = PagedScan.forEach(scan::accounts, revocation::visit, page -> revocation.reportTo(observer));
        return revocation.result(unreadable);
    }
}
