package io.omnibridge.application.use;

import java.util.Objects;

/** The checks of a use that call no provider. */
public record UseChecks(
        LeaseCheck lease, AccountCheck account, LinkedByTokenCheck linkedByToken, ReachedLimits limits) {

    public UseChecks {
        Objects.requireNonNull(lease, "lease");
        Objects.requireNonNull(account, "account");
        Objects.requireNonNull(linkedByToken, "linkedByToken");
        Objects.requireNonNull(limits, "limits");
    }
}
