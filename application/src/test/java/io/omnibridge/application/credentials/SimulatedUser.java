package io.omnibridge.application.credentials;

import io.omnibridge.application.credentials.SimulatedProvider.Token;
import io.omnibridge.application.port.StoreUnavailable;
import io.omnibridge.application.port.TimedAccount;
import io.omnibridge.application.revocation.RevocationPlanner;
import io.omnibridge.domain.account.Account;
import io.omnibridge.domain.account.AccountKey;
import io.omnibridge.domain.account.AccountMetadata;
import io.omnibridge.domain.account.AccountVersion;
import io.omnibridge.domain.account.Grant;
import io.omnibridge.domain.account.LinkId;
import io.omnibridge.domain.account.LinkedBy;
import io.omnibridge.domain.account.Scopes;
import io.omnibridge.domain.audit.Actor;
import io.omnibridge.domain.audit.AuditedAction;
import io.omnibridge.domain.audit.RequestId;
import io.omnibridge.domain.revocation.PendingRevocation;
import java.time.Instant;
import java.util.Optional;

/** The user of a simulation, who links and unlinks the account at some node. */
final class SimulatedUser {

    private static final AccountKey KEY = Simulation.KEY;
    private static final AuditedAction ACTION = new AuditedAction(
            AuditedAction.Kind.CONNECT,
            Instant.EPOCH,
            KEY.owner(),
            new Actor.User(Optional.empty()),
            Optional.of(KEY),
            Optional.empty(),
            new RequestId("simulation"));

    private final Simulation simulation;
    private final RevocationPlanner planner;
    private final SimulatedGrants grants;
    private int links;

    SimulatedUser(Simulation simulation, RevocationPlanner planner, SimulatedGrants grants) {
        this.simulation = simulation;
        this.planner = planner;
        this.grants = grants;
    }

    void link() {
        SimulatedStore store = simulation.store;
        Token token = simulation.provider.consent();
        AccountVersion version = AccountVersion.first(new LinkId("%032x".formatted(++links)));
        store.families.put(version.linkId(), token.family);
        try {
            Instant now = simulation.time.instant();
            Grant grant = SimulatedGrants.grant(token, now.plusMillis(SimulatedServers.ACCESS_LIFETIME));
            AccountMetadata metadata = AccountMetadata.linked(
                    KEY,
                    version,
                    Scopes.none(),
                    LinkedBy.CONNECT,
                    true,
                    grant.credentials().expiresAt(),
                    now);
            Account account = new Account(metadata, grants.seal(KEY, version, grant));
            Optional<PendingRevocation> replaced =
                    store.find(KEY).flatMap(former -> planner.forReplaced(former, grant, now));
            store.link(account, 1, replaced, ACTION);
            simulation.note("link");
        } catch (StoreUnavailable e) {
            simulation.note("link not acknowledged");
        }
        token.isLost = store.row == null || !store.row.version().equals(version);
        if (token.isLost && simulation.time.elapsed() == 0) {
            link();
        }
    }

    /** Unlinks the account in two steps. Other events may happen between them. */
    void unlink() {
        try {
            Optional<TimedAccount> found = simulation.store.findWithStoreTime(KEY);
            simulation.time.in(simulation.trouble.roll(40), () -> found.ifPresent(this::unlink));
        } catch (StoreUnavailable e) {
            simulation.note("store unavailable at unlink");
        }
    }

    private void unlink(TimedAccount found) {
        try {
            boolean isUnlinked = simulation.store.unlink(
                    found.account().metadata(), planner.forUnlinked(found.account(), found.storeTime()), ACTION);
            simulation.note(isUnlinked ? "unlink" : "unlink too late");
            if (!isUnlinked) {
                unlink();
            }
        } catch (StoreUnavailable e) {
            simulation.note("unlink not acknowledged");
        }
    }
}
