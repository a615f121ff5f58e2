package io.omnibridge.application.credentials;

import io.omnibridge.application.port.AccountPage;
import io.omnibridge.application.port.AccountPosition;
import io.omnibridge.application.port.LinkResult;
import io.omnibridge.application.port.PendingRevocations;
import io.omnibridge.application.port.StoreUnavailable;
import io.omnibridge.application.port.TimedAccount;
import io.omnibridge.application.port.TokenStore;
import io.omnibridge.domain.account.Account;
import io.omnibridge.domain.account.AccountKey;
import io.omnibridge.domain.account.AccountMetadata;
import io.omnibridge.domain.account.AccountVersion;
import io.omnibridge.domain.account.LinkId;
import io.omnibridge.domain.account.ProviderId;
import io.omnibridge.domain.audit.AuditEvent;
import io.omnibridge.domain.audit.AuditedAction;
import io.omnibridge.domain.identity.UserId;
import io.omnibridge.domain.refresh.RefreshEndReason;
import io.omnibridge.domain.refresh.RefreshState;
import io.omnibridge.domain.refresh.RefreshState.Calling;
import io.omnibridge.domain.refresh.RefreshState.Ended;
import io.omnibridge.domain.refresh.RefreshState.Idle;
import io.omnibridge.domain.refresh.RefreshState.Unknown;
import io.omnibridge.domain.revocation.PendingRevocation;
import io.omnibridge.domain.revocation.RevocationScope;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** A simulated store of one account and its pending revocations; it may be unavailable, or lose an acknowledgement. */
final class SimulatedStore implements TokenStore, PendingRevocations {

    private final AccountKey key;
    private final LongSupplier time;
    private final Mutant mutant;
    private final BooleanSupplier isUnavailable;
    private final BooleanSupplier isAcknowledgementLost;
    private Runnable unwrittenClaim = () -> {};

    @Nullable
    Account row;
    /** The link id of the user's last link, independent of later writes; null after an unlink. */
    @Nullable
    LinkId linked;

    final Map<LinkId, SimulatedProvider.Family> families = new HashMap<>();
    final List<PendingRevocation> pendingRevocations = new ArrayList<>();
    final List<AuditedAction> unlinks = new ArrayList<>();

    /** The account as {@link #findWithStoreTime} returned it last. */
    @Nullable
    Account lastLoaded;

    /** What the next reader of the account sees: it read the account earlier, and was paused since. */
    Optional<Optional<Account>> readEarlier = Optional.empty();

    SimulatedStore(
            AccountKey key,
            LongSupplier time,
            Mutant mutant,
            BooleanSupplier isUnavailable,
            BooleanSupplier isAcknowledgementLost) {
        this.key = key;
        this.time = time;
        this.mutant = mutant;
        this.isUnavailable = isUnavailable;
        this.isAcknowledgementLost = isAcknowledgementLost;
    }

    AccountKey key() {
        return key;
    }

    @Override
    public Optional<TimedAccount> findWithStoreTime(AccountKey key) {
        lastLoaded = row;
        return read(() -> Optional.ofNullable(row)
                .map(account -> new TimedAccount(account, Instant.ofEpochMilli(time.getAsLong()))));
    }

    @Override
    public Optional<Account> find(AccountKey wanted) {
        Optional<Optional<Account>> earlier = readEarlier;
        readEarlier = Optional.empty();
        return earlier.orElseGet(() -> read(() -> Optional.ofNullable(row)));
    }

    @Override
    public boolean updateRefreshState(AccountKey key, AccountVersion expected, RefreshState from, RefreshState to) {
        if (mutant == Mutant.CLAIMS_AFTER_THE_CALL && to instanceof Calling && isAt(expected, from)) {
            unwrittenClaim = () -> write(() -> changeState(expected, from, to));
            return true;
        }
        if (mutant == Mutant.LEAVES_CALLS_OPEN && isPastDeadline(from)) {
            return false;
        }
        if (mutant == Mutant.ENDS_AFTER_UNKNOWN_OUTCOME && from instanceof Calling && isPastDeadline(from)) {
            return write(() -> changeState(expected, from, new Ended(RefreshEndReason.REFRESH_UNKNOWN, now())));
        }
        if (mutant == Mutant.ENDS_AT_THE_FIRST_REFUSAL && isRefused(to)) {
            return write(() -> changeState(expected, from, new Ended(RefreshEndReason.REFUSED, now())));
        }
        return write(() -> changeState(expected, from, mutant == Mutant.FORGETS_REFUSALS ? withoutRefusals(to) : to));
    }

    private static boolean isRefused(RefreshState state) {
        return state instanceof Idle idle && idle.refusals().count() > 0;
    }

    private static RefreshState withoutRefusals(RefreshState state) {
        return state instanceof Idle idle ? new Idle(idle.notBefore(), idle.failures()) : state;
    }

    private boolean changeState(AccountVersion expected, RefreshState from, RefreshState to) {
        if (row == null || !isAt(expected, from)) {
            return false;
        }
        row = row.withRefresh(to);
        return true;
    }

    private boolean isPastDeadline(RefreshState state) {
        return state instanceof Calling calling && !now().isBefore(calling.deadline());
    }

    /** Writes the claim that the mutant should have written before its call. */
    void writeClaim() {
        Runnable claim = unwrittenClaim;
        unwrittenClaim = () -> {};
        try {
            claim.run();
        } catch (StoreUnavailable e) {
            return;
        }
    }

    @Override
    public boolean renew(AccountVersion expected, Account renewed, AuditedAction action) {
        return write(() -> {
            boolean isLive = row != null && row.version().equals(expected) && !isRevoked(row);
            if (mutant == Mutant.REFUSES_LATE_RESPONSES && row != null && isLive) {
                RefreshState state = row.metadata().refresh();
                isLive = !(state instanceof Unknown) && !(state instanceof Ended);
            }
            if (isLive || mutant == Mutant.RENEWS_UNCONDITIONALLY) {
                row = renewed;
            }
            return isLive || mutant == Mutant.RENEWS_UNCONDITIONALLY;
        });
    }

    private static boolean isRevoked(Account account) {
        return account.metadata().refresh() instanceof Ended ended && ended.reason() == RefreshEndReason.REVOKED;
    }

    @Override
    public boolean markNeedsReconnect(RefreshState from, Account ended, AuditedAction action) {
        return write(() -> {
            if (!isAt(ended.version(), from)) {
                return false;
            }
            boolean isRepeated =
                    from instanceof Calling calling && calling.unknown().isPresent();
            row = mutant == Mutant.ERASES_AT_A_REPEATED_REFUSAL && isRepeated
                    ? ended.erased(new Ended(RefreshEndReason.REVOKED, now()))
                    : ended;
            return true;
        });
    }

    @Override
    public boolean unlink(AccountMetadata expected, Optional<PendingRevocation> revocation, AuditedAction action) {
        return write(() -> {
            if (!isAt(expected.version(), expected.refresh())) {
                return false;
            }
            row = null;
            linked = null;
            revocation.ifPresent(pendingRevocations::add);
            unlinks.add(action);
            return true;
        });
    }

    @Override
    public LinkResult link(Account account, int quota, Optional<PendingRevocation> revocation, AuditedAction action) {
        return linkIf(() -> true, account, revocation).orElseThrow();
    }

    /** Links the account if the condition holds at that moment. */
    Optional<LinkResult> linkIf(BooleanSupplier condition, Account account, Optional<PendingRevocation> revocation) {
        return write(() -> {
            if (!condition.getAsBoolean()) {
                return Optional.empty();
            }
            pendingRevocations.removeIf(pendingRevocation -> pendingRevocation.scope() == RevocationScope.GRANT);
            revocation
                    .filter(pendingRevocation -> row != null && row.version().equals(pendingRevocation.version()))
                    .ifPresent(pendingRevocations::add);
            row = account;
            linked = account.version().linkId();
            return Optional.of(new LinkResult.Linked(account.metadata()));
        });
    }

    @Override
    public boolean add(PendingRevocation pendingRevocation, AuditedAction action) {
        return write(() -> {
            boolean isWanted = pendingRevocation.scope() != RevocationScope.GRANT
                    || row == null
                    || mutant == Mutant.REVOKES_LINKED_GRANTS;
            if (isWanted
                    && mutant != Mutant.FORGETS_LATE_RESPONSES
                    && !pendingRevocations.contains(pendingRevocation)) {
                pendingRevocations.add(pendingRevocation);
            }
            return isWanted;
        });
    }

    @Override
    public boolean replace(PendingRevocation former, PendingRevocation next) {
        return write(() -> {
            int at = pendingRevocations.indexOf(former);
            if (at >= 0) {
                pendingRevocations.set(at, next);
            }
            return at >= 0;
        });
    }

    @Override
    public boolean complete(PendingRevocation pendingRevocation, AuditEvent event) {
        return write(() -> pendingRevocations.removeIf(there -> there.id().equals(pendingRevocation.id())));
    }

    boolean isAt(AccountVersion version, RefreshState state) {
        return row != null
                && row.version().equals(version)
                && row.metadata().refresh().equals(state);
    }

    private Instant now() {
        return Instant.ofEpochMilli(time.getAsLong());
    }

    private <T> T read(Supplier<T> read) {
        if (isUnavailable.getAsBoolean()) {
            throw new StoreUnavailable("unavailable");
        }
        return read.get();
    }

    private <T> T write(Supplier<T> write) {
        T result = read(write);
        if (isAcknowledgementLost.getAsBoolean()) {
            throw new StoreUnavailable("unavailable");
        }
        return result;
    }

    @Override
    public void recordView(AccountKey key, AccountVersion expected, Instant seenAt) {}

    @Override
    public Optional<AccountMetadata> findMetadata(AccountKey wanted) {
        return read(() -> linkedAccount().filter(account -> account.key().equals(wanted)));
    }

    @Override
    public AccountPage list(UserId owner, Optional<ProviderId> provider, Optional<AccountPosition> after, int limit) {
        throw new UnsupportedOperationException();
    }

    @Override
    public List<AccountKey> keys(UserId owner) {
        return read(() -> linkedAccount().map(AccountMetadata::key).stream().toList());
    }

    private Optional<AccountMetadata> linkedAccount() {
        return Optional.ofNullable(row)
                .map(Account::metadata)
                .filter(account -> mutant != Mutant.REVOKES_LINKED_GRANTS);
    }
}
