package io.omnibridge.application.port;

import io.omnibridge.domain.account.AccountKey;
import io.omnibridge.domain.audit.ActionKind;
import io.omnibridge.domain.audit.AuditedAction;
import io.omnibridge.domain.audit.RequestId;
import io.omnibridge.domain.identity.ClientId;
import io.omnibridge.domain.identity.LeaseId;
import io.omnibridge.domain.identity.UserId;
import io.omnibridge.domain.lease.LeaseCount;
import io.omnibridge.domain.lease.SealedLease;
import io.omnibridge.domain.lease.StoredLease;
import io.omnibridge.domain.source.Source;
import io.omnibridge.domain.use.Use;
import io.omnibridge.domain.use.UseKind;
import io.omnibridge.domain.use.UseReceipt;
import io.omnibridge.domain.use.UseTarget;
import io.omnibridge.domain.use.UseVia;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;

/** Sample uses and leases for tests of ports and use cases. */
public final class UseSamples {

    private static final AtomicLong LEASES = new AtomicLong();

    private UseSamples() {}

    /** Returns a search at {@code at} in the account, by a client with a JWT. */
    public static UseReceipt used(AccountKey account, Instant at) {
        return new Use(
                        UseKind.SEARCH,
                        UseVia.HTTP,
                        at,
                        account.owner(),
                        Optional.of(new ClientId("notes-app")),
                        Optional.empty(),
                        List.of(new UseTarget(account, Optional.of(Source.GMAIL))),
                        Samples.REQUEST)
                .used();
    }

    /** Returns a read of the account's API at {@code at}, with the lease. */
    public static UseReceipt used(AccountKey account, LeaseId lease, Instant at) {
        return used(account, lease, at, Samples.REQUEST);
    }

    public static UseReceipt used(AccountKey account, LeaseId lease, Instant at, RequestId requestId) {
        return new Use(
                        UseKind.API,
                        UseVia.MCP,
                        at,
                        account.owner(),
                        Optional.empty(),
                        Optional.of(lease),
                        List.of(new UseTarget(account, Optional.empty())),
                        requestId)
                .used();
    }

    /** Returns a lease that expires at {@code expiresAt}. Each call returns another one. */
    public static StoredLease lease(UserId owner, Instant expiresAt) {
        LeaseId id = new LeaseId("%032x".formatted(LEASES.incrementAndGet()));
        SealedLease sealed = new SealedLease(id.value().getBytes(StandardCharsets.UTF_8));
        return new StoredLease(id, owner, expiresAt, sealed, 0, Optional.empty());
    }

    public static Optional<LeaseCount> count(StoredLease lease, long maxUses) {
        return Optional.of(new LeaseCount(lease.id(), maxUses));
    }

    public static AuditedAction begin(StoredLease lease, Instant at) {
        return action(ActionKind.BEGIN_LEASE, lease, at);
    }

    public static AuditedAction end(StoredLease lease, Instant at) {
        return action(ActionKind.END_LEASE, lease, at);
    }

    private static AuditedAction action(ActionKind kind, StoredLease lease, Instant at) {
        return AuditedAction.of(kind, Samples.caller(lease.owner()), Samples.REQUEST, at);
    }
}
