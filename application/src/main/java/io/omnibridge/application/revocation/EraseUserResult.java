package io.omnibridge.application.revocation;

import io.omnibridge.application.port.ErasedUser;
import io.omnibridge.domain.account.ProviderId;
import java.util.List;
import java.util.Objects;

/**
 * Result of {@link EraseUser}.
 *
 * @param erased everything that was removed, unlinked accounts included
 * @param unrevoked one entry for each grant that may still exist at its provider: the provider did not revoke it or
 *     offers no revocation, and the token for another attempt was removed with the user's data
 */
public record EraseUserResult(ErasedUser erased, List<ProviderId> unrevoked) {

    public EraseUserResult {
        Objects.requireNonNull(erased, "erased");
        unrevoked = List.copyOf(unrevoked);
    }
}
