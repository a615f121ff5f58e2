package io.omnibridge.application.search;

import io.omnibridge.application.port.OfferedSource;
import io.omnibridge.application.use.WantedSource;
import io.omnibridge.domain.account.AccountLabel;
import io.omnibridge.domain.use.UseTarget;
import java.time.Instant;
import java.util.Optional;

/**
 * A source of an account, before any check.
 *
 * @param usedAt when data of the account was last used
 */
record SourceOfAccount(
        UseTarget target, Optional<AccountLabel> label, Optional<Instant> usedAt, OfferedSource offered) {

    WantedSource wanted() {
        return new WantedSource(target, offered.scopes());
    }
}
