package io.omnibridge.adapters.store.spi;

import io.omnibridge.adapters.store.codec.RefreshStateCodec;
import io.omnibridge.domain.account.AccountLabel;
import io.omnibridge.domain.account.AccountMetadata;
import io.omnibridge.domain.account.AccountVersion;
import io.omnibridge.domain.account.LastUses;
import io.omnibridge.domain.account.LinkedBy;
import io.omnibridge.domain.refresh.RefreshState;
import java.time.Instant;
import java.util.Optional;

/** What a write has to know of an account. */
public record LinkedAccount(
        AccountVersion version,
        LinkedBy linkedBy,
        Instant linkedAt,
        RefreshState refresh,
        LastUses uses,
        Optional<AccountLabel> label) {

    public static LinkedAccount of(AccountMetadata account) {
        return new LinkedAccount(
                account.version(),
                account.linkedBy(),
                account.linkedAt(),
                account.refresh(),
                account.uses(),
                account.label());
    }

    /** Whether the account is at this version and, to the millisecond, in this state. */
    public boolean is(AccountVersion expected, RefreshState state) {
        return version.equals(expected) && RefreshStateCodec.isSame(refresh, state);
    }
}
