package io.omnibridge.application.credentials;

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
import io.omnibridge.domain.revocation.PendingRevocation;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * A simulation of an account in virtual time: some hours with trouble, some days, and for some seeds some weeks
 * without use. Three nodes refresh it, beside a second account of another person that is never in trouble. The seed
 * determines every event and its time. The nodes run the production code.
 */
final class Simulation {

    static final AccountKey KEY = key("alice");
    static final int USER = 1;

    private static final int OTHER_USER = 2;
    private static final int MAX_EVENTS = 20_000;
    private static final long HOUR = Duration.ofHours(1).toMillis();
    private static final long DAY = Duration.ofDays(1).toMillis();
    private static final long END_OF_HOURS = 3 * HOUR;
    private static final int IDLE_DAYS = 40;
    private static final int NODES = 3;

    private final Optional<Consumer<String>> log;
    private final RevokeGrant revokeGrant;
    private final SimulatedUser user;
    private final SimulatedUser otherUser;
    private final SimulatedReconnect reconnect;
    private final SimulatedStore otherStore;
    private final SimulatedNode[] nodes = new SimulatedNode[NODES];
    private final IdleGrantPolicy idleGrantPolicy;
    private final Invariants invariants;
    private final Invariants otherInvariants;

    final SimulatedTime time = new SimulatedTime();
    final Trouble trouble;
    final SimulatedProvider provider;
    final SimulatedStore store;
    final SimulatedServers servers;

    Simulation(long seed, Mutant mutant, Optional<Consumer<String>> log) {
        this.log = log;
        trouble = new Trouble(seed, time);
        provider = new SimulatedProvider(SimulatedRules.choose(trouble), time::now);
        store = store(KEY, mutant);
        otherStore = store(key("bob"), mutant);
        servers = new SimulatedServers(this, provider);
        SimulatedGrants grants = new SimulatedGrants();
        SimulatedCatalogue catalogue = new SimulatedCatalogue(provider, mutant);
        RevocationPlanner planner = new RevocationPlanner(grants, grants, catalogue, new NumberedIds());
        revokeGrant = new RevokeGrant(store, grants, servers, new RevocationRules(store, catalogue), time.clock());
        user = new SimulatedUser(this, store, USER, planner, grants);
        otherUser = new SimulatedUser(this, otherStore, OTHER_USER, planner, grants);
        SimulatedProcess process = new SimulatedProcess(this, mutant, grants, catalogue, planner);
        reconnect = new SimulatedReconnect(this, grants, process.sealerOfLinks(), planner, catalogue);
        for (int i = 0; i < NODES; i++) {
            nodes[i] = new SimulatedNode(this, () -> process.start(List.of(store, otherStore)));
        }
        idleGrantPolicy = new IdleGrantPolicy(grants, catalogue, IdleGrantLimits.DEFAULT);
        invariants = new Invariants(provider, store, grants, USER);
        otherInvariants = new Invariants(provider, otherStore, grants, OTHER_USER);
    }

    private static AccountKey key(String user) {
        return new AccountKey(new UserId(user), new ProviderId("provider"), new ProviderAccountId("work"));
    }

    private SimulatedStore store(AccountKey key, Mutant mutant) {
        return new SimulatedStore(key, time::now, mutant, trouble::isStoreUnavailable, trouble::isAcknowledgementLost);
    }

    /** Runs all events. Throws an {@link AssertionError} as soon as an invariant is broken. */
    void run() {
        user.link();
        otherUser.link();
        trouble.plan();
        planHours();
        planDays();
        if (trouble.chance(30)) {
            planIdleWeeks();
        }
        for (int count = 0; time.runNext(); count++) {
            Invariants.require(count < MAX_EVENTS, "the simulation ends");
            invariants.check();
            otherInvariants.check();
        }
        invariants.checkAtTheEnd();
        otherInvariants.checkAtTheEnd();
    }

    private void planHours() {
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
        perhaps(40, user::unlink);
        perhaps(30, user::link);
        perhaps(10, () -> provider.end(user.family()));
        perhaps(40, reconnect::begin);
        perhaps(20, reconnect::begin);
        for (long at = 120_000; at < END_OF_HOURS; at += 600_000 + trouble.roll(300_000)) {
            time.in(at, this::ask);
            time.in(at + trouble.roll(1_000), this::revokeDue);
        }
    }

    private void perhaps(int percent, Runnable action) {
        if (trouble.chance(percent)) {
            time.in(trouble.anyTime(), action);
        }
    }

    /** Long enough for refusals to count. Both accounts are used at about the same time. */
    private void planDays() {
        for (long at : List.of(4 * HOUR, DAY + 4 * HOUR, DAY + 5 * HOUR, DAY + 6 * HOUR)) {
            time.in(END_OF_HOURS + at, this::askForBoth);
            time.in(END_OF_HOURS + at + 60_000, this::revokeDue);
            time.in(END_OF_HOURS + at + 4 * HOUR, this::revokeDue);
        }
    }

    /** Long enough for unused grants to end. */
    private void planIdleWeeks() {
        for (int i = 0; i < 3 * IDLE_DAYS; i++) {
            time.in(END_OF_HOURS + 2 * DAY + i * 8L * HOUR, this::refreshIdle);
        }
    }

    private SimulatedNode node() {
        return nodes[trouble.roll(NODES)];
    }

    private void ask() {
        boolean isRefused = trouble.chance(10) && !trouble.isCalm();
        Optional<AccountVersion> refused =
                Optional.ofNullable(store.row).filter(row -> isRefused).map(Account::version);
        node().ask(store, refused, result -> {});
    }

    private void askForBoth() {
        SimulatedNode node = node();
        node.ask(store, Optional.empty(), result -> {});
        time.in(trouble.roll(3_000), () -> node.ask(otherStore, Optional.empty(), otherInvariants::checkAnswer));
    }

    private void refreshIdle() {
        for (SimulatedStore each : List.of(store, otherStore)) {
            Optional.ofNullable(each.row).ifPresent(row -> {
                IdleGrantAction action = idleGrantPolicy.decide(row, time.instant());
                if (action != IdleGrantAction.NONE) {
                    boolean isIdle = action == IdleGrantAction.REFRESH;
                    node().ask(each, Optional.of(row.version()).filter(version -> isIdle), result -> {});
                }
            });
        }
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

    void checkSending(SimulatedProvider.Token token) {
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
