package io.omnibridge.application.accounts;

import io.omnibridge.application.port.StoreUnavailable;
import io.omnibridge.application.port.TokenStore;
import io.omnibridge.domain.account.AccountKey;
import io.omnibridge.domain.account.AccountMetadata;
import io.omnibridge.domain.account.AccountVersion;
import io.omnibridge.domain.account.LinkedBy;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Records when owners view their accounts, so that no account is unlinked as unused whose owner sees it. A request only notes
 * the view in memory; a background job writes it, at most once a day for each account. Views that are not written before the
 * process ends are lost: the next view is recorded. Thread-safe.
 */
public final class RecordViews {

    /** The minimum time between two recorded views or uses of one account. */
    static final Duration PRECISION = Duration.ofDays(1);

    /** How many views wait at most; those beyond are not noted. */
    private static final int MAX_WAITING = 10_000;

    private record View(AccountVersion version, Instant at) {}

    private final TokenStore store;
    private final Map<AccountKey, View> waiting = new ConcurrentHashMap<>();

    public RecordViews(TokenStore store) {
        this.store = Objects.requireNonNull(store);
    }

    /** Notes that their owner views {@code accounts}. Does no input or output. */
    void note(List<AccountMetadata> accounts, Instant now) {
        Instant recently = now.minus(PRECISION);
        for (AccountMetadata account : accounts) {
            if (isDue(account, recently) && waiting.size() < MAX_WAITING) {
                waiting.put(account.key(), new View(account.version(), now));
            }
        }
    }

    private static boolean isDue(AccountMetadata account, Instant recently) {
        return account.linkedBy() == LinkedBy.CONNECT
                && !account.lastUsedOrSeenAt().isAfter(recently);
    }

    /**
     * Writes what was noted. A view of an account that was changed meanwhile is dropped.
     *
     * @throws StoreUnavailable if the store did not answer; what was not written waits for the next call
     */
    public void write() {
        waiting.forEach((key, view) -> {
            store.recordView(key, view.version(), view.at());
            waiting.remove(key, view);
        });
    }
}
