package io.omnibridge.application.credentials;

import io.omnibridge.application.credentials.SimulatedProvider.Token;
import io.omnibridge.application.port.ConnectableProvider;
import io.omnibridge.application.port.ProviderCatalogue;
import io.omnibridge.application.port.StoreUnavailable;
import io.omnibridge.application.port.TimedAccount;
import io.omnibridge.application.revocation.RevocationPlanner;
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
 * Some hours in the life of one account, of the nodes that refresh it and of its provider, in virtual time: everything that
 * happens, and when, follows from the seed. The code of the nodes is the real one.
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
    private static final int MOST_EVENTS = 20_000;
    private static final long TROUBLE = 1_800_000;
    private static final long END = 10_800_000;
    private static final int NODES = 3;

    private record Event(long at, long order, Runnable happening) implements Comparable<Event> {
        @Override
        public int compareTo(Event other) {
            return at == other.at ? Long.compare(order, other.order) : Long.compare(at, other.at);
        }
    }

    private final SplittableRandom random;
    private final PriorityQueue<Event> events = new PriorityQueue<>();
    private final Optional<Consumer<String>> notes;
    private final RevocationPlanner owed;
    private final RevokeGrant revokeGrant;
    private final SimulatedGrants grants = new SimulatedGrants();
    private final SimulatedNode[] nodes = new SimulatedNode[NODES];
    private final Invariants invariants;
    private long now = 1_000_000_000;
    private long order;
    private final long begin = now;
    private long outageBegins;
    private long outageEnds;
    private long storeAwayFrom;
    private long storeAwayUntil;
    private int links;

    final SimulatedProvider provider;
    final SimulatedStore store;
    final SimulatedServers servers;

    Simulation(long seed, Mutant mutant, Optional<Consumer<String>> notes) {
        this.random = new SplittableRandom(seed);
        this.notes = notes;
        RefreshTokenReuse reuse = REUSES.get(roll(REUSES.size()));
        long grace = reuse == RefreshTokenReuse.KILLS_FAMILY && chance(50) ? 40_000 : 0;
        provider = new SimulatedProvider(reuse, grace, SCOPES.get(roll(SCOPES.size())));
        store = new SimulatedStore(this::now, mutant, this::isStoreAway, () -> !isCalm() && chance(4));
        servers = new SimulatedServers(this, provider);
        ProviderCatalogue catalogue = catalogue(policy(mutant));
        LongSupplier nanos = mutant == Mutant.IGNORES_PAUSES ? () -> 0 : () -> now * 1_000_000;
        SecureRandom ids = new NumberedIds();
        owed = new RevocationPlanner(grants, grants, catalogue, ids);
        revokeGrant = new RevokeGrant(store, grants, servers, new VirtualClock());
        for (int i = 0; i < NODES; i++) {
            nodes[i] = new SimulatedNode(this, () -> runner(catalogue, nanos));
        }
        invariants = new Invariants(provider, store, grants);
    }

    private RefreshRunner runner(ProviderCatalogue catalogue, LongSupplier nanos) {
        ProviderCalls calls = new ProviderCalls(servers, catalogue, nanos);
        return new RefreshRunner(store, grants, calls, store, owed, nanos);
    }

    /** Lets everything happen. Throws an {@link AssertionError} as soon as an invariant is broken. */
    void run() {
        link();
        plan();
        for (int happened = 0; !events.isEmpty(); happened++) {
            Invariants.require(happened < MOST_EVENTS, "nothing goes on for ever");
            Event event = events.poll();
            now = event.at();
            event.happening().run();
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
            storeAwayFrom = begin + roll((int) TROUBLE);
            storeAwayUntil = storeAwayFrom + roll(120_000);
        }
        for (int i = 4 + roll(8); i > 0; i--) {
            int at = roll((int) TROUBLE);
            int callers = 1 + roll(3);
            for (int j = 0; j < callers; j++) {
                in(at + roll(chance(50) ? 100 : 30_000), this::ask);
            }
        }
        for (int i = roll(3); i > 0; i--) {
            in(roll((int) TROUBLE), () -> nodes[roll(NODES)].crash());
        }
        if (chance(40)) {
            in(roll((int) TROUBLE), this::unlink);
        }
        if (chance(30)) {
            in(roll((int) TROUBLE), this::link);
        }
        if (chance(10)) {
            in(roll((int) TROUBLE), () -> provider.end(last().family));
        }
        for (long at = 120_000; at < END; at += 600_000 + roll(300_000)) {
            in(at, this::ask);
            in(at + roll(1_000), this::revokeDue);
        }
        in(END + 14_400_000, this::ask);
        in(END + 14_400_000 + 60_000, this::revokeDue);
        in(END + 28_800_000, this::revokeDue);
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
                    store.find(KEY).flatMap(former -> owed.forReplaced(former, grant, Instant.ofEpochMilli(now)));
            store.link(account, 1, replaced, action());
            note("link");
        } catch (StoreUnavailable e) {
            note("link in doubt");
        }
        token.isLost = store.row == null || !store.row.version().equals(version);
        if (token.isLost && now == begin) {
            link();
        }
    }

    /** The user, at some node, in two steps, between which everything may happen. */
    private void unlink() {
        try {
            Optional<TimedAccount> held = store.findWithStoreTime(KEY);
            in(roll(40), () -> held.ifPresent(this::unlink));
        } catch (StoreUnavailable e) {
            note("unlink in vain");
        }
    }

    private void unlink(TimedAccount held) {
        try {
            boolean isDone = store.unlink(
                    held.account().metadata(), owed.forUnlinked(held.account(), held.storeTime()), action());
            note(isDone ? "unlink" : "unlink too late");
            if (!isDone) {
                unlink();
            }
        } catch (StoreUnavailable e) {
            note("unlink in doubt");
        }
    }

    private void revokeDue() {
        for (PendingRevocation pendingRevocation : List.copyOf(store.pendingRevocations)) {
            try {
                revokeGrant.revoke(pendingRevocation);
                note("revoke");
            } catch (StoreUnavailable e) {
                note("revoke in doubt");
            }
        }
    }

    private Token last() {
        return provider.tokens.get(provider.tokens.size() - 1);
    }

    private static AuditedAction action() {
        return ACTION;
    }

    private RefreshPolicy policy(Mutant mutant) {
        if (mutant == Mutant.SENDS_AGAIN_IN_DOUBT) {
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

    void in(long millis, Runnable happening) {
        events.add(new Event(now + millis, order++, happening));
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

    /** Whether trouble is over: only then is it a fair question whether everything ends well. */
    boolean isCalm() {
        return now > begin + TROUBLE && !isOutage();
    }

    boolean isOutage() {
        return now >= outageBegins && now < outageEnds;
    }

    private boolean isStoreAway() {
        return (now >= storeAwayFrom && now < storeAwayUntil) || (!isCalm() && chance(2));
    }

    /** How long a node is held up before its next step: a moment as a rule, beyond every deadline now and then. */
    long pause() {
        if (isCalm() || chance(80)) {
            return roll(5);
        }
        return chance(85) ? roll(2_000) : chance(60) ? roll(60_000) : roll(1_500_000);
    }

    void note(String what) {
        notes.ifPresent(told -> told.accept((now - begin) + " ms: " + what + " -> "
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

    /** Ids that follow one another. */
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
