package io.omnibridge.application.connect;

import io.omnibridge.domain.account.AccountMetadata;
import java.util.Objects;
import java.util.Optional;

/**
 * What a page shows of an attempt that a page began.
 *
 * @param account the account that it linked, as it is now; empty unless it was completed, and if the account was unlinked since
 */
public record AttemptOfPage(AttemptSummary summary, Optional<AccountMetadata> account) {

    public AttemptOfPage {
        Objects.requireNonNull(summary, "summary");
        Objects.requireNonNull(account, "account");
    }
}
