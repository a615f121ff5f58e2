package io.omnibridge.application.credentials;

import io.omnibridge.application.credentials.SimulatedProvider.Token;
import io.omnibridge.application.port.ProviderCatalogue;
import io.omnibridge.application.port.StoreUnavailable;
import io.omnibridge.application.revocation.RevocationPlanner;
import io.omnibridge.application.revocation.RevocationRules;
import io.omnibridge.application.revocation.RevokeGrant;
import io.omnibridge.domain.account.Account;
import io.omnibridge.domain.account.AccountKey;
import io.omnibridge.domain.account.AccountVersion;
import io.omnibridge.domain.account.ProviderAccountId;
import io.omnibridge.domain.account.ProviderId;
import io.omnibridge.domain.identity.UserId;
import io.omnibridge.domain.refresh.RefreshTokenReuse;
import io.omnibridge.domain.revocation.PendingRevocation;
import io.omnibridge.domain.revocation.RevocationScope;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.LongSupplier;

/**
 * A simulation of some hours of one account, three nodes that refresh it, its store and its provider, in virtual time.
 * The seed determines every event and its time. The nodes run the production code.
 */
final class Simulation {

    static final AccountKey KEY =
            new AccountKey(new UserId("alice"), new ProviderId("provider"), new ProviderAccountId("work"));

    private static final List<RefreshTokenReuse> REUSES = List.of(RefreshTokenReuse.values());
    private static final List<RevocationScope> SCOPES = List.of(RevocationScope.values());
    private static final int MAX_EVENTS = 20_000;
    private static final long END_MILLIS = 10_800_000;
    private static final int NODES = 3;

    private final Optional<Consumer<String>> log;
    private final RevokeGrant revokeGrant;
    private final SimulatedUser user;
    private final SimulatedNode[] nodes = new SimulatedNode[NODES];
    private final Invariants invariants;

    final SimulatedTime time = new SimulatedTime();
    final Trouble trouble;
    final SimulatedProvider provider;
    final SimulatedStore store;
    final SimulatedServers servers;

    Simulation(long seed, Mutant mutant, Optional<Consumer<String>> log) {
        this.log = log;
        trouble = new Trouble(seed, time);
        provider = provider();
        store = new SimulatedStore(time::now, mutant, trouble::isStoreUnavailable, trouble::isAcknowledgementLost);
        servers = new SimulatedServers(this, provider);
        SimulatedGrants grants = new SimulatedGrants();
        ProviderCatalogue catalogue = new SimulatedCatalogue(provider, mutant);
        RevocationPlanner planner = new RevocationPlanner(grants, grants, catalogue, new NumberedIds());
        revokeGrant = new RevokeGrant(store, grants, servers, new RevocationRules(store, catalogue), time.clock());
        user = new SimulatedUser(this, planner, grants);
        LongSupplier nanos = mutant == Mutant.IGNORES_PAUSES ? () -> 0 : () -> time.now() * 1_000_000;
        for (int i = 0; i < NODES; i++) {
            nodes[i] = new SimulatedNode(
                    this,
                    () -> new RefreshRunner(
                            store, grants, new ProviderCalls(servers, catalogue, nanos), store, planner, nanos));
        }
        invariants = new Invariants(provider, store, grants);
    }

    private SimulatedProvider provider() {
        RefreshTokenReuse reuse = REUSES.get(trouble.roll(REUSES.size()));
        long grace = reuse == RefreshTokenReuse.KILLS_FAMILY && trouble.chance(50) ? 40_000 : 0;
        return new SimulatedProvider(reuse, grace, SCOPES.get(trouble.roll(SCOPES.size())));
    }

    /** Runs all events. Throws an {@link AssertionError} as soon as an invariant is broken. */
    void run() {
        user.link();
        plan();
        for (int count = 0; time.runNext(); count++) {
            Invariants.require(count < MAX_EVENTS, "the simulation ends");
            invariants.check();
        }
        invariants.checkAtTheEnd();
    }

    private void plan() {
        trouble.plan();
        for (int i = 4 + trouble.roll(8); i > 0; i--) {
            int at = trouble.anyTime();
            int callers = 1 + trouble.roll(3);
            for (int j = 0; j < callers; j++) {
                time.in(at + trouble.roll(trouble.chance(50) ? 100 : 30_000), this::ask);
            }
        }
        for (int i = trouble.roll(3); i > 0; i--) {
            time.in(trouble.anyTime(), () -> node().crash());
        }
        if (trouble.chance(40)) {
            time.in(trouble.anyTime(), user::unlink);
        }
        if (trouble.chance(30)) {
            time.in(trouble.anyTime(), user::link);
        }
        if (trouble.chance(10)) {
            time.in(trouble.anyTime(), () -> provider.end(lastToken().family));
        }
        for (long at = 120_000; at < END_MILLIS; at += 600_000 + trouble.roll(300_000)) {
            time.in(at, this::ask);
            time.in(at + trouble.roll(1_000), this::revokeDue);
        }
        time.in(END_MILLIS + 14_400_000, this::ask);
        time.in(END_MILLIS + 14_400_000 + 60_000, this::revokeDue);
        time.in(END_MILLIS + 28_800_000, this::revokeDue);
    }

    private SimulatedNode node() {
        return nodes[trouble.roll(NODES)];
    }

    private void ask() {
        boolean isRefused = trouble.chance(10) && !trouble.isCalm();
        Optional<AccountVersion> refused =
                Optional.ofNullable(store.row).filter(row -> isRefused).map(Account::version);
        node().ask(refused);
    }

    private void revokeDue() {
        for (PendingRevocation pendingRevocation : List.copyOf(store.pendingRevocations)) {
            try {
                revokeGrant.revoke(pendingRevocation);
                note("revoke");
            } catch (StoreUnavailable e) {
                note("revoke not acknowledged");
            }
        }
    }

    private Token lastToken() {
        return provider.tokens.get(provider.tokens.size() - 1);
    }

    void checkSending(Token token) {
        invariants.checkSending(token, time.now());
    }

    void note(String what) {
        log.ifPresent(lines -> lines.accept(time.elapsed() + " ms: " + what + " -> "
                + Optional.ofNullable(store.row)
                        .map(row -> row.version().generation() + " "
                                + row.metadata().refresh())
                        .orElse("unlinked")));
    }
}
