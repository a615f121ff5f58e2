package io.omnibridge.application.credentials;

import io.omnibridge.application.accounts.AccountFactory;
import io.omnibridge.application.connect.ExchangeCode;
import io.omnibridge.application.connect.LinkExchangedGrant;
import io.omnibridge.application.connect.SimulatedExchange;
import io.omnibridge.application.connect.WriteExchangedLink;
import io.omnibridge.application.credentials.SimulatedProvider.Family;
import io.omnibridge.application.credentials.SimulatedProvider.Token;
import io.omnibridge.application.port.AuditLog;
import io.omnibridge.application.port.AuditPage;
import io.omnibridge.application.port.ConnectAttempts;
import io.omnibridge.application.port.CredentialSealer;
import io.omnibridge.application.port.ExchangeResult;
import io.omnibridge.application.port.LinkResult;
import io.omnibridge.application.port.ProviderCatalogue;
import io.omnibridge.application.port.StoreUnavailable;
import io.omnibridge.application.revocation.RevocationPlanner;
import io.omnibridge.application.revocation.RevocationRules;
import io.omnibridge.application.revocation.RevokeUnusedTokens;
import io.omnibridge.domain.account.Account;
import io.omnibridge.domain.account.AccountKey;
import io.omnibridge.domain.account.AccountMetadata;
import io.omnibridge.domain.account.Grant;
import io.omnibridge.domain.audit.AuditEvent;
import io.omnibridge.domain.audit.AuditOutcome;
import io.omnibridge.domain.audit.AuditedAction;
import io.omnibridge.domain.audit.RefusalCount;
import io.omnibridge.domain.connect.AttemptFailure;
import io.omnibridge.domain.connect.AttemptId;
import io.omnibridge.domain.connect.AttemptState;
import io.omnibridge.domain.connect.ConnectAttempt;
import io.omnibridge.domain.connect.HashedValue;
import io.omnibridge.domain.identity.UserId;
import io.omnibridge.domain.revocation.PendingRevocation;
import io.omnibridge.domain.revocation.UnusedTokens;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Connects the account again while it may be refreshed, by the production code that ends an attempt. The provider may
 * issue no refresh token at a second consent, and an attempt may fail after the provider issued tokens.
 */
final class SimulatedReconnect implements ConnectAttempts, AuditLog {

    private final Simulation simulation;
    private final SimulatedStore store;
    private final SimulatedGrants grants;
    private final ExchangeCode exchangeCode;
    private @Nullable Token issued;
    private final Map<AttemptId, ConnectAttempt> attempts = new HashMap<>();

    SimulatedReconnect(
            Simulation simulation,
            SimulatedGrants grants,
            CredentialSealer reader,
            RevocationPlanner planner,
            ProviderCatalogue catalogue) {
        this.simulation = simulation;
        this.store = simulation.store;
        this.grants = grants;
        LinkExchangedGrant link = new LinkExchangedGrant(
                this,
                store,
                new WriteExchangedLink(this, new AccountFactory(grants, new NumberedIds()), reader, planner, 1),
                simulation.time.clock());
        RevokeUnusedTokens revokeUnusedTokens = new RevokeUnusedTokens(
                store, store, this, planner, new RevocationRules(store, catalogue), revocation -> {});
        exchangeCode = new ExchangeCode(this, simulation.servers, catalogue, link, revokeUnusedTokens);
    }

    /** Begins to complete an attempt. The steps that follow come after pauses of any length. */
    void begin() {
        try {
            Set<AccountKey> linkedBefore = Set.copyOf(store.keys(Simulation.KEY.owner()));
            simulation.time.in(simulation.trouble.roll(3_000), () -> readBeforeTheLink(linkedBefore));
        } catch (StoreUnavailable e) {
            simulation.note("store unavailable at reconnect");
        }
    }

    private void readBeforeTheLink(Set<AccountKey> linkedBefore) {
        try {
            ConnectAttempt attempt =
                    SimulatedExchange.attempt(Simulation.KEY, attempts.size() + 1, simulation.time.instant());
            attempts.put(attempt.id(), attempt);
            Optional<Account> read = store.find(Simulation.KEY);
            simulation.time.in(simulation.trouble.roll(3_000), () -> exchange(attempt, read, linkedBefore));
        } catch (StoreUnavailable e) {
            simulation.note("store unavailable at reconnect");
        }
    }

    private void exchange(ConnectAttempt attempt, Optional<Account> read, Set<AccountKey> linkedBefore) {
        Token token = consent();
        issued = token;
        simulation.servers.exchange = result(token);
        store.readEarlier = Optional.of(read).filter(it -> it.isPresent() && !simulation.trouble.chance(50));
        try {
            boolean isLinked = SimulatedExchange.exchange(
                    exchangeCode,
                    attempt,
                    linkedBefore,
                    SimulatedUser.actionAt(Simulation.KEY, simulation.time.instant()));
            simulation.note(isLinked ? "reconnect" : "reconnect failed");
        } catch (StoreUnavailable e) {
            token.isLost = !isStored(token);
            simulation.note("reconnect not acknowledged");
        }
        store.readEarlier = Optional.empty();
    }

    private Token consent() {
        Optional<Family> former = Optional.ofNullable(store.row)
                .map(row ->
                        Objects.requireNonNull(store.families.get(row.version().linkId())))
                .filter(family -> simulation.trouble.chance(60));
        return former.map(simulation.provider::consentAgain)
                .orElseGet(() -> simulation.provider.consent(Simulation.USER));
    }

    private ExchangeResult result(Token token) {
        Instant expiry = simulation.time.instant().plusMillis(SimulatedServers.ACCESS_LIFETIME);
        Grant grant = token.isRefreshToken
                ? SimulatedGrants.grant(token, expiry)
                : SimulatedGrants.withoutRefreshToken(token, expiry);
        if (simulation.trouble.chance(70)) {
            return new ExchangeResult.Granted(Simulation.KEY.providerAccountId(), grant);
        }
        return new ExchangeResult.Failed(
                AttemptFailure.UNUSABLE_ANSWER,
                UnusedTokens.of(
                        Optional.of(Simulation.KEY.providerAccountId()).filter(id -> simulation.trouble.chance(50)),
                        grant,
                        false));
    }

    private boolean isStored(Token token) {
        return store.row != null && !store.row.credentials().isErased() && grants.tokenId(store.row) == token.id;
    }

    private Family familyOf(Account account) {
        return simulation.provider.tokens.get(grants.tokenId(account)).family;
    }

    @Override
    public Optional<LinkResult> complete(
            ConnectAttempt exchanging,
            Account account,
            Optional<AccountMetadata> expected,
            int quota,
            Optional<PendingRevocation> ofReplaced,
            AuditedAction action) {
        return store.linkIf(
                () -> {
                    boolean isCurrent = isAt(exchanging.id(), exchanging.revision())
                            && expected.filter(it -> !store.isAt(it.version(), it.refresh()))
                                    .isEmpty();
                    if (isCurrent) {
                        store.families.put(account.version().linkId(), familyOf(account));
                        attempts.put(
                                exchanging.id(),
                                exchanging.nextRevision(
                                        new AttemptState.Completed(account.key().providerAccountId(), false),
                                        Optional.empty()));
                    }
                    return isCurrent;
                },
                account,
                ofReplaced);
    }

    private boolean isAt(AttemptId id, long revision) {
        return Optional.ofNullable(attempts.get(id))
                .filter(attempt -> attempt.revision() == revision)
                .isPresent();
    }

    @Override
    public Optional<ConnectAttempt> find(UserId owner, AttemptId id) {
        return Optional.ofNullable(attempts.get(id));
    }

    @Override
    public boolean proceed(ConnectAttempt next, AuditEvent event) {
        boolean isCurrent = isAt(next.id(), next.revision() - 1);
        if (isCurrent) {
            attempts.put(next.id(), next);
        }
        return isCurrent;
    }

    @Override
    public void append(AuditEvent event) {
        Objects.requireNonNull(issued).isLeft = event.outcome() == AuditOutcome.LEFT;
    }

    @Override
    public boolean begin(ConnectAttempt attempt, int maxOpen, AuditedAction action) {
        throw new UnsupportedOperationException();
    }

    @Override
    public boolean mayBegin(int maxOpen, AuditedAction action) {
        throw new UnsupportedOperationException();
    }

    @Override
    public void countRefusal(AuditEvent refused) {
        throw new UnsupportedOperationException();
    }

    @Override
    public List<RefusalCount> refusals(UserId user) {
        throw new UnsupportedOperationException();
    }

    @Override
    public Optional<ConnectAttempt> findByState(HashedValue oauthState) {
        throw new UnsupportedOperationException();
    }

    @Override
    public AuditPage list(UserId user, long before, int limit) {
        throw new UnsupportedOperationException();
    }
}
