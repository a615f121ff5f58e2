package io.omnibridge.application.port;

import static io.omnibridge.application.port.Samples.action;

import io.omnibridge.domain.account.Account;
import io.omnibridge.domain.account.AccountKey;
import io.omnibridge.domain.audit.ActionKind;
import io.omnibridge.domain.audit.AuditEvent;
import io.omnibridge.domain.audit.AuditOutcome;
import io.omnibridge.domain.identity.UserId;
import java.util.List;
import java.util.Optional;

/** What a test of a store provides, and shortcuts for its tests. */
public interface StoreContract {

    /** Returns the store under test: the same one throughout a test method, and empty at its start. */
    TokenStore store();

    /** Returns the audit log that the changes of {@link #store()} are appended to. */
    AuditLog auditLog();

    default LinkResult link(Account account) {
        return link(account, Samples.QUOTA);
    }

    default LinkResult link(Account account, int quota) {
        return store().link(account, quota, Optional.empty(), action(ActionKind.LINK, account.key()));
    }

    default boolean renew(Account former, Account renewed) {
        return store().renew(former.version(), renewed, action(ActionKind.RENEW, renewed.key()));
    }

    default boolean unlink(Account account) {
        return store().unlink(account.metadata(), Optional.empty(), action(ActionKind.UNLINK, account.key()));
    }

    default List<AccountKey> keys(UserId owner) {
        return Listing.all(store(), owner).stream()
                .map(account -> account.key())
                .toList();
    }

    /** Returns the outcome and number of the user's refusals, the last refusal first. */
    default List<String> refusals(UserId user) {
        return auditLog().refusals(user).stream()
                .map(count -> count.last().outcome() + " " + count.count())
                .toList();
    }

    /** Returns the outcomes of the user's audit events, newest first. */
    default List<AuditOutcome> outcomes(UserId user) {
        return auditLog().list(user, AuditPage.FROM_NEWEST, Samples.QUOTA).events().stream()
                .map(AuditEvent::outcome)
                .toList();
    }
}
