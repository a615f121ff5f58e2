package io.omnibridge.application.maintenance;

import io.omnibridge.application.port.AccountSweep;
import io.omnibridge.application.port.SweepPage;
import io.omnibridge.application.port.SweepPosition;
import io.omnibridge.domain.account.Account;
import io.omnibridge.domain.revocation.Obligation;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Consumer;

/** All that is sealed in a store, accounts and obligations, one page at a time. */
final class WholeSweep {

    /** So few that a page fits in memory even where every account has credentials of the largest size. */
    static final int PAGE = 200;

    private final AccountSweep sweep;

    WholeSweep(AccountSweep sweep) {
        this.sweep = sweep;
    }

    /**
     * Meets every account, and then every obligation: of an account that is unlinked meanwhile, one of the two is met.
     *
     * @return how much was passed over because it is not as OmniBridge writes it
     */
    long each(Consumer<Account> account, Consumer<Obligation> obligation, SweepObserver observer) {
        Progress progress = new Progress(observer);
        progress.over(sweep::accounts, account);
        progress.over(sweep::obligations, obligation);
        return progress.passedOver;
    }

    private static final class Progress {

        private final SweepObserver observer;
        private long met;
        private long passedOver;

        Progress(SweepObserver observer) {
            this.observer = observer;
        }

        <T> void over(BiFunction<SweepPosition, Integer, SweepPage<T>> pages, Consumer<T> visit) {
            Optional<SweepPosition> position = Optional.of(SweepPosition.START);
            while (position.isPresent()) {
                SweepPage<T> page = pages.apply(position.get(), PAGE);
                page.items().forEach(visit);
                met += page.items().size() + page.unreadable();
                passedOver += page.unreadable();
                observer.met(met);
                position = page.next();
            }
        }
    }
}
