package io.omnibridge.application.lease;

import io.omnibridge.application.port.LeaseSealer;
import io.omnibridge.application.port.Leases;
import io.omnibridge.application.port.SignOuts;
import io.omnibridge.domain.account.AccountKey;
import io.omnibridge.domain.audit.ActionKind;
import io.omnibridge.domain.audit.AuditedAction;
import io.omnibridge.domain.audit.RequestId;
import io.omnibridge.domain.connect.HashedValue;
import io.omnibridge.domain.credentials.Secret;
import io.omnibridge.domain.identity.Caller;
import io.omnibridge.domain.identity.LeaseId;
import io.omnibridge.domain.lease.Lease;
import io.omnibridge.domain.lease.LeaseTerms;
import io.omnibridge.domain.lease.LeaseToken;
import io.omnibridge.domain.lease.StoredLease;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/** Makes a lease of a caller's own accounts. Its token is returned once and cannot be read again. Thread-safe. */
public final class MakeLease {

    /** The maximum number of live leases of one user. */
    public static final int MAX_LIVE = 100;

    private final Leases leases;
    private final SignOuts signOuts;
    private final LeaseSealer sealer;
    private final LeasedAccounts accounts;
    private final Clock clock;
    private final SecureRandom random;

    /** @param signOuts of the store itself */
    public MakeLease(
            Leases leases,
            SignOuts signOuts,
            LeaseSealer sealer,
            LeasedAccounts accounts,
            Clock clock,
            SecureRandom random) {
        this.leases = Objects.requireNonNull(leases);
        this.signOuts = Objects.requireNonNull(signOuts);
        this.sealer = Objects.requireNonNull(sealer);
        this.accounts = Objects.requireNonNull(accounts);
        this.clock = Objects.requireNonNull(clock);
        this.random = Objects.requireNonNull(random);
    }

    /**
     * Makes a lease.
     *
     * @throws io.omnibridge.domain.InvalidValue if the terms break a rule of {@link LeaseTerms}
     * @throws io.omnibridge.application.port.StoreUnavailable if the store did not respond; the lease may exist, but its token is lost
     */
    public MakeLeaseResult make(Caller caller, RequestId requestId, RequestedLease requested) {
        LeasedAccountsResult chosen = accounts.of(caller.user(), requested.accounts());
        if (chosen instanceof LeasedAccountsResult.Found found) {
            return make(caller, requestId, requested, found.accounts());
        }
        return chosen instanceof LeasedAccountsResult.NotLinked
                ? new MakeLeaseResult.AccountNotFound()
                : new MakeLeaseResult.ChooseAccounts(chosen instanceof LeasedAccountsResult.NoneLinked);
    }

    private MakeLeaseResult make(
            Caller caller, RequestId requestId, RequestedLease requested, List<AccountKey> accountKeys) {
        Instant now = clock.instant();
        Instant expiresAt = now.plus(requested.timeToLive()).truncatedTo(ChronoUnit.SECONDS);
        LeaseTerms terms = new LeaseTerms(
                requested.label(), requested.sources(), accountKeys, requested.of(), expiresAt, requested.maxUses());
        LeaseToken token = new LeaseToken(
                caller.user(), LeaseId.random(random), expiresAt, new Secret(HashedValue.randomValue(random)));
        StoredLease stored =
                new StoredLease(token.id(), caller.user(), expiresAt, sealer.seal(terms, token), 0, Optional.empty());
        AuditedAction action =
                AuditedAction.of(ActionKind.BEGIN_LEASE, caller, requestId, now).on(token.id());
        if (!leases.add(stored, MAX_LIVE, action)) {
            return new MakeLeaseResult.TooMany(MAX_LIVE);
        }
        if (signedOutMeanwhile(caller)) {
            leases.end(caller.user(), token.id(), action.as(ActionKind.END_LEASE, clock.instant()));
            return new MakeLeaseResult.SignedOut();
        }
        return new MakeLeaseResult.Made(new Lease(stored, terms), sealer.text(token));
    }

    /**
     * Returns whether the caller's user signed out after the caller's session or JWT was issued. The store is asked after it has the
     * lease: a sign-out that it does not know yet ends the lease itself.
     */
    private boolean signedOutMeanwhile(Caller caller) {
        return signOuts.lastOf(caller.user())
                .filter(last -> !caller.isIssuedAfter(last))
                .isPresent();
    }
}
