package io.omnibridge.application.use;

import io.omnibridge.application.credentials.OpenedAccount;
import io.omnibridge.application.port.CredentialsUnreadable;
import io.omnibridge.domain.account.AccountKey;
import java.util.HashMap;
import java.util.Map;

/** Checks the sources of one request, and opens each account once. Not thread-safe. */
final class SourceChecks {

    private final AccountCheck accountCheck;
    private final Map<AccountKey, Checked> accounts = new HashMap<>();

    SourceChecks(AccountCheck accountCheck) {
        this.accountCheck = accountCheck;
    }

    /** An account after the checks that are the same for all its sources. */
    private sealed interface Checked {

        record Usable(OpenedAccount opened) implements Checked {}

        record Refused(UseRefusal refusal) implements Checked {}

        record Unreadable() implements Checked {}
    }

    CheckedSource check(WantedSource wanted) {
        Checked account = accounts.computeIfAbsent(wanted.target().account(), this::account);
        if (account instanceof Checked.Refused refused) {
            return new CheckedSource.Refused(wanted.target(), refused.refusal());
        }
        return account instanceof Checked.Usable usable
                ? withScope(wanted, usable.opened())
                : new CheckedSource.Unreadable(wanted.target());
    }

    private Checked account(AccountKey key) {
        try {
            return new Checked.Usable(accountCheck.require(key));
        } catch (RefusedUse e) {
            return new Checked.Refused(e.refusal());
        } catch (CredentialsUnreadable e) {
            return new Checked.Unreadable();
        }
    }

    private static CheckedSource withScope(WantedSource wanted, OpenedAccount opened) {
        try {
            AccountCheck.requireScope(opened, wanted.anyOf());
            return new ReadySource(wanted.target(), opened);
        } catch (RefusedUse e) {
            return new CheckedSource.Refused(wanted.target(), e.refusal());
        }
    }
}
