package io.omnibridge.application.maintenance;

import io.omnibridge.application.port.AccountScan;
import io.omnibridge.application.port.ScanCursor;
import io.omnibridge.application.port.ScanPage;
import io.omnibridge.domain.account.Account;
import io.omnibridge.domain.revocation.PendingRevocation;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Consumer;

/** All that is sealed in a store, accounts and obligations, one page at a time. */
final class FullScan {

    /** So few that a page fits in memory even where every account has credentials of the largest size. */
    static final int PAGE = 200;

    private final AccountScan scan;

    FullScan(AccountScan scan) {
        this.scan = scan;
    }

    /**
     * Meets every account, and then every obligation: of an account that is unlinked meanwhile, one of the two is met.
     *
     * @return how much was passed over because it is not as OmniBridge writes it
     */
    long each(Consumer<Account> account, Consumer<PendingRevocation> pendingRevocation, ScanObserver observer) {
        Progress progress = new Progress(observer);
        progress.over(scan::accounts, account);
        progress.over(scan::pendingRevocations, pendingRevocation);
        return progress.passedOver;
    }

    private static final class Progress {

        private final ScanObserver observer;
        private long met;
        private long passedOver;

        Progress(ScanObserver observer) {
            this.observer = observer;
        }

        <T> void over(BiFunction<ScanCursor, Integer, ScanPage<T>> pages, Consumer<T> visit) {
            Optional<ScanCursor> position = Optional.of(ScanCursor.START);
            while (position.isPresent()) {
                ScanPage<T> page = pages.apply(position.get(), PAGE);
                page.items().forEach(visit);
                met += page.items().size() + page.unreadable();
                passedOver += page.unreadable();
                observer.met(met);
                position = page.next();
            }
        }
    }
}
