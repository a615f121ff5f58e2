package io.omnibridge.application.maintenance;

import io.omnibridge.application.port.AccountSweep;
import io.omnibridge.application.port.SweepPage;
import io.omnibridge.application.port.SweepPosition;
import io.omnibridge.domain.account.Account;
import java.util.Optional;
import java.util.function.Consumer;

/** All accounts of a store, one page at a time. */
final class WholeSweep {

    /** So few that a page fits in memory even where every account has credentials of the largest size. */
    static final int PAGE = 200;

    private final AccountSweep sweep;

    WholeSweep(AccountSweep sweep) {
        this.sweep = sweep;
    }

    /**
     * Meets every account.
     *
     * @return how many were passed over because they are not as OmniBridge writes them
     */
    long each(Consumer<Account> visit, SweepObserver observer) {
        long met = 0;
        long passedOver = 0;
        Optional<SweepPosition> position = Optional.of(SweepPosition.START);
        while (position.isPresent()) {
            SweepPage<Account> page = sweep.accounts(position.get(), PAGE);
            page.items().forEach(visit);
            met += page.items().size() + page.unreadable();
            passedOver += page.unreadable();
            observer.met(met);
            position = page.next();
        }
        return passedOver;
    }
}
