package io.omnibridge.application.credentials;

import io.omnibridge.application.credentials.SimulatedProvider.Family;
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
import io.omnibridge.domain.audit.ActionKind;
import io.omnibridge.domain.audit.Actor;
import io.omnibridge.domain.audit.AuditedAction;
import io.omnibridge.domain.audit.RequestId;
import io.omnibridge.domain.revocation.PendingRevocation;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A user of a simulation, who links and unlinks one account at some node. */
final class SimulatedUser {

    private final Simulation simulation;
    private final SimulatedStore store;
    private final AccountKey key;
    private final int person;
    private final RevocationPlanner planner;
    private final SimulatedGrants grants;
    private int links;
    private @Nullable Family family;

    SimulatedUser(
            Simulation simulation,
            SimulatedStore store,
            int person,
            RevocationPlanner planner,
            SimulatedGrants grants) {
        this.simulation = simulation;
        this.store = store;
        this.key = store.key();
        this.person = person;
        this.planner = planner;
        this.grants = grants;
    }

    void link() {
        Token token = simulation.provider.consent(person);
        family = token.family;
        AccountVersion version = AccountVersion.first(new LinkId("%032x".formatted(++links + 1_000 * person)));
        store.families.put(version.linkId(), token.family);
        try {
            Instant now = simulation.time.instant();
            Grant grant = SimulatedGrants.grant(token, now.plusMillis(SimulatedServers.ACCESS_LIFETIME));
            AccountMetadata metadata = AccountMetadata.linked(
                    key,
                    version,
                    Scopes.none(),
                    LinkedBy.CONNECT,
                    true,
                    grant.credentials().expiresAt(),
                    now);
            Account account = new Account(metadata, grants.seal(key, version, grant));
            Optional<PendingRevocation> replaced =
                    store.find(key).flatMap(former -> planner.forReplaced(former, grant, now));
            store.link(account, 1, replaced, actionAt(key, simulation.time.instant()));
            simulation.note("link");
        } catch (StoreUnavailable e) {
            simulation.note("link not acknowledged");
        }
        token.isLost = store.row == null || !store.row.version().equals(version);
        if (token.isLost && simulation.time.elapsed() == 0) {
            link();
        }
    }

    /** Returns the tokens of the last consent. */
    Family family() {
        return Objects.requireNonNull(family);
    }

    /** Unlinks the account in two steps. Other events may happen between them. */
    void unlink() {
        try {
            Optional<TimedAccount> found = store.findWithStoreTime(key);
            simulation.time.in(simulation.trouble.roll(40), () -> found.ifPresent(this::unlink));
        } catch (StoreUnavailable e) {
            simulation.note("store unavailable at unlink");
        }
    }

    private void unlink(TimedAccount found) {
        try {
            boolean isUnlinked = store.unlink(
                    found.account().metadata(),
                    planner.forUnlinked(found.account(), found.storeTime()),
                    actionAt(key, simulation.time.instant()));
            simulation.note(isUnlinked ? "unlink" : "unlink too late");
            if (!isUnlinked) {
                unlink();
            }
        } catch (StoreUnavailable e) {
            simulation.note("unlink not acknowledged");
        }
    }

    /** Returns the action of a user who links or unlinks the account. */
    static AuditedAction actionAt(AccountKey key, Instant now) {
        return AuditedAction.by(
                new Actor.User(Optional.empty()), key, ActionKind.CONNECT, new RequestId("simulation"), now);
    }
}
