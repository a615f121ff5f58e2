package io.omnibridge.application.credentials;

import io.omnibridge.application.credentials.SimulatedProvider.Token;
import io.omnibridge.application.port.ConnectableProvider;
import io.omnibridge.application.port.ProviderCatalogue;
import io.omnibridge.application.port.StoreUnavailable;
import io.omnibridge.application.port.TimedAccount;
import io.omnibridge.application.revocation.RevocationPlanner;
import io.omnibridge.application.revocation.RevocationRules;
import io.omnibridge.application.revocation.RevokeGrant;
import io.omnibridge.domain.account.Account;
import io.omnibridge.domain.account.AccountKey;
import io.omnibridge.domain.account.AccountMetadata;
import io.omnibridge.domain.account.AccountVersion;
import io.omnibridge.domain.account.Grant;
import io.omnibridge.domain.account.LinkId;
import io.omnibridge.domain.account.LinkedBy;
import io.omnibridge.domain.account.ProviderAccountId;
import io.omnibridge.domain.account.ProviderId;
import io.omnibridge.domain.account.Scopes;
import io.omnibridge.domain.audit.AuditedAction;
import io.omnibridge.domain.audit.RequestId;
import io.omnibridge.domain.identity.UserId;
import io.omnibridge.domain.refresh.RefreshPolicy;
import io.omnibridge.domain.refresh.RefreshTokenReuse;
import io.omnibridge.domain.revocation.PendingRevocation;
import io.omnibridge.domain.revocation.RevocationScope;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.PriorityQueue;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.function.Consumer;
import java.util.function.LongSupplier;

/**
 * A simulation of some hours of one account, three nodes that refresh it, its store and its provider, in virtual time.
 * The seed determines every event and its time. The nodes run the production code.
 */
final class Simulation {

    static final AccountKey KEY =
            new AccountKey(new UserId("alice"), new ProviderId("provider"), new ProviderAccountId("work"));

    private static final AuditedAction ACTION = new AuditedAction(
            AuditedAction.Kind.CONNECT,
            Instant.EPOCH,
            KEY.owner(),
            Optional.empty(),
            Optional.of(KEY),
            new RequestId("simulation"));
    private static final List<RefreshTokenReuse> REUSES = List.of(RefreshTokenReuse.values());
    private static final List<RevocationScope> SCOPES = List.of(RevocationScope.values());
    private static final int MAX_EVENTS = 20_000;
    private static final long TROUBLE_MILLIS = 1_800_000;
    private static final long END_MILLIS = 10_800_000;
    private static final int NODES = 3;

    private record Event(long at, long order, Runnable action) implements Comparable<Event> {
        @Override
        public int compareTo(Event other) {
            return at == other.at ? Long.compare(order, other.order) : Long.compare(at, other.at);
        }
    }

    private final SplittableRandom random;
    private final PriorityQueue<Event> events = new PriorityQueue<>();
    private final Optional<Consumer<String>> log;
    private final RevocationPlanner planner;
    private final RevokeGrant revokeGrant;
    private final SimulatedGrants grants = new SimulatedGrants();
    private final SimulatedNode[] nodes = new SimulatedNode[NODES];
    private final Invariants invariants;
    private long now = 1_000_000_000;
    private long order;
    private final long begin = now;
    private long outageBegins;
    private long outageEnds;
    private long storeUnavailableFrom;
    private long storeUnavailableUntil;
    private int links;

    final SimulatedProvider provider;
    final SimulatedStore store;
    final SimulatedServers servers;

    Simulation(long seed, Mutant mutant, Optional<Consumer<String>> log) {
        this.random = new SplittableRandom(seed);
        this.log = log;
        RefreshTokenReuse reuse = REUSES.get(roll(REUSES.size()));
        long grace = reuse == RefreshTokenReuse.KILLS_FAMILY && chance(50) ? 40_000 : 0;
        provider = new SimulatedProvider(reuse, grace, SCOPES.get(roll(SCOPES.size())));
        store = new SimulatedStore(this::now, mutant, this::isStoreUnavailable, () -> !isCalm() && chance(4));
        servers = new SimulatedServers(this, provider);
        ProviderCatalogue catalogue = catalogue(policy(mutant));
        LongSupplier nanos = mutant == Mutant.IGNORES_PAUSES ? () -> 0 : () -> now * 1_000_000;
        SecureRandom ids = new NumberedIds();
        planner = new RevocationPlanner(grants, grants, catalogue, ids);
        revokeGrant =
                new RevokeGrant(store, grants, servers, new RevocationRules(store, catalogue), new VirtualClock());
        for (int i = 0; i < NODES; i++) {
            nodes[i] = new SimulatedNode(this, () -> runner(catalogue, nanos));
        }
        invariants = new Invariants(provider, store, grants);
    }

    private RefreshRunner runner(ProviderCatalogue catalogue, LongSupplier nanos) {
        ProviderCalls calls = new ProviderCalls(servers, catalogue, nanos);
        return new RefreshRunner(store, grants, calls, store, planner, nanos);
    }

    /** Runs all events. Throws an {@link AssertionError} as soon as an invariant is broken. */
    void run() {
        link();
        plan();
        for (int count = 0; !events.isEmpty(); count++) {
            Invariants.require(count < MAX_EVENTS, "the simulation ends");
            Event event = events.poll();
            now = event.at();
            event.action().run();
            invariants.check();
        }
        invariants.checkAtTheEnd();
    }

    private void plan() {
        if (chance(30)) {
            outageBegins = begin + roll(900_000);
            outageEnds = outageBegins + (chance(50) ? 3_600_000 : 300_000);
        }
        if (chance(30)) {
            storeUnavailableFrom = begin + roll((int) TROUBLE_MILLIS);
            storeUnavailableUntil = storeUnavailableFrom + roll(120_000);
        }
        for (int i = 4 + roll(8); i > 0; i--) {
            int at = roll((int) TROUBLE_MILLIS);
            int callers = 1 + roll(3);
            for (int j = 0; j < callers; j++) {
                in(at + roll(chance(50) ? 100 : 30_000), this::ask);
            }
        }
        for (int i = roll(3); i > 0; i--) {
            in(roll((int) TROUBLE_MILLIS), () -> nodes[roll(NODES)].crash());
        }
        if (chance(40)) {
            in(roll((int) TROUBLE_MILLIS), this::unlink);
        }
        if (chance(30)) {
            in(roll((int) TROUBLE_MILLIS), this::link);
        }
        if (chance(10)) {
            in(roll((int) TROUBLE_MILLIS), () -> provider.end(last().family));
        }
        for (long at = 120_000; at < END_MILLIS; at += 600_000 + roll(300_000)) {
            in(at, this::ask);
            in(at + roll(1_000), this::revokeDue);
        }
        in(END_MILLIS + 14_400_000, this::ask);
        in(END_MILLIS + 14_400_000 + 60_000, this::revokeDue);
        in(END_MILLIS + 28_800_000, this::revokeDue);
    }

    private void ask() {
        boolean isRefused = chance(10) && !isCalm();
        Optional<AccountVersion> refused =
                Optional.ofNullable(store.row).filter(row -> isRefused).map(Account::version);
        nodes[roll(NODES)].ask(refused);
    }

    private void link() {
        Token token = provider.consent();
        AccountVersion version = AccountVersion.first(new LinkId("%032x".formatted(++links)));
        store.families.put(version.linkId(), token.family);
        try {
            Grant grant = SimulatedGrants.grant(token, Instant.ofEpochMilli(now + SimulatedServers.ACCESS_LIFETIME));
            AccountMetadata metadata = AccountMetadata.linked(
                    KEY,
                    version,
                    Scopes.none(),
                    LinkedBy.CONNECT,
                    true,
                    grant.credentials().expiresAt(),
                    Instant.ofEpochMilli(now));
            Account account = new Account(metadata, grants.seal(KEY, version, grant));
            Optional<PendingRevocation> replaced =
                    store.find(KEY).flatMap(former -> planner.forReplaced(former, grant, Instant.ofEpochMilli(now)));
            store.link(account, 1, replaced, auditedAction());
            note("link");
        } catch (StoreUnavailable e) {
            note("link not acknowledged");
        }
        token.isLost = store.row == null || !store.row.version().equals(version);
        if (token.isLost && now == begin) {
            link();
        }
    }

    /** The user unlinks the account at some node, in two steps. Other events may happen between them. */
    private void unlink() {
        try {
            Optional<TimedAccount> found = store.findWithStoreTime(KEY);
            in(roll(40), () -> found.ifPresent(this::unlink));
        } catch (StoreUnavailable e) {
            note("store unavailable at unlink");
        }
    }

    private void unlink(TimedAccount found) {
        try {
            boolean isUnlinked = store.unlink(
                    found.account().metadata(),
                    planner.forUnlinked(found.account(), found.storeTime()),
                    auditedAction());
            note(isUnlinked ? "unlink" : "unlink too late");
            if (!isUnlinked) {
                unlink();
            }
        } catch (StoreUnavailable e) {
            note("unlink not acknowledged");
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

    private Token last() {
        return provider.tokens.get(provider.tokens.size() - 1);
    }

    private static AuditedAction auditedAction() {
        return ACTION;
    }

    private RefreshPolicy policy(Mutant mutant) {
        if (mutant == Mutant.RESENDS_AFTER_UNKNOWN_OUTCOME) {
            return RefreshPolicy.of(RefreshTokenReuse.SINGLE_USE, Duration.ZERO);
        }
        long grace =
                mutant == Mutant.STRETCHES_THE_GRACE && provider.grace > 0 ? provider.grace + 30_000 : provider.grace;
        return RefreshPolicy.of(provider.reuse, Duration.ofMillis(grace));
    }

    private ProviderCatalogue catalogue(RefreshPolicy policy) {
        ConnectableProvider only = new ConnectableProvider(
                KEY.provider(),
                "Provider",
                Set.of(),
                Scopes.none(),
                true,
                false,
                policy,
                provider.scope,
                Optional.empty());
        return new ProviderCatalogue() {
            @Override
            public List<ConnectableProvider> all() {
                return List.of(only);
            }

            @Override
            public Optional<ConnectableProvider> find(ProviderId id) {
                return Optional.of(only);
            }
        };
    }

    void checkSending(Token token) {
        invariants.checkSending(token, now);
    }

    void in(long millis, Runnable action) {
        events.add(new Event(now + millis, order++, action));
    }

    long now() {
        return now;
    }

    int roll(int bound) {
        return random.nextInt(bound);
    }

    boolean chance(int percent) {
        return random.nextInt(100) < percent;
    }

    /** Returns whether trouble is over. From then on everything has to end well. */
    boolean isCalm() {
        return now > begin + TROUBLE_MILLIS && !isOutage();
    }

    boolean isOutage() {
        return now >= outageBegins && now < outageEnds;
    }

    private boolean isStoreUnavailable() {
        return (now >= storeUnavailableFrom && now < storeUnavailableUntil) || (!isCalm() && chance(2));
    }

    /**
     * Returns how long a node pauses before its next step, in milliseconds: usually a moment, sometimes beyond every
     * deadline.
     */
    long pause() {
        if (isCalm() || chance(80)) {
            return roll(5);
        }
        return chance(85) ? roll(2_000) : chance(60) ? roll(60_000) : roll(1_500_000);
    }

    void note(String what) {
        log.ifPresent(lines -> lines.accept((now - begin) + " ms: " + what + " -> "
                + Optional.ofNullable(store.row)
                        .map(row -> row.version().generation() + " "
                                + row.metadata().refresh())
                        .orElse("unlinked")));
    }

    private final class VirtualClock extends Clock {
        @Override
        public Instant instant() {
            return Instant.ofEpochMilli(now);
        }

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }
    }

    /** Creates ids that follow one another. */
    private static final class NumberedIds extends SecureRandom {
        private static final long serialVersionUID = 1L;
        private int next;

        @Override
        public void nextBytes(byte[] bytes) {
            next++;
            bytes[0] = (byte) next;
            bytes[1] = (byte) (next >> 8);
        }
    }
}
