package io.omnibridge.application.maintenance;

import io.omnibridge.application.port.CredentialsUnreadable;
import io.omnibridge.domain.account.Account;
import io.omnibridge.domain.lease.StoredLease;
import io.omnibridge.domain.revocation.PendingRevocation;
import java.util.Objects;
import java.util.function.Consumer;

/** Open each kind of sealed row, and throw {@link CredentialsUnreadable} if a row does not open. */
public record RowOpeners(
        Consumer<Account> accounts, Consumer<PendingRevocation> revocations, Consumer<StoredLease> leases) {
    public RowOpeners {
        Objects.requireNonNull(accounts, "accounts");
        Objects.requireNonNull(revocations, "revocations");
        Objects.requireNonNull(leases, "leases");
    }
}
