package io.omnibridge.application.credentials;

import io.omnibridge.domain.account.AccountKey;
import io.omnibridge.domain.account.AccountVersion;
import java.util.Optional;

/**
 * A request to refresh the credentials of an account.
 *
 * @param refused the version whose access token the provider's API refused although it has not expired; empty if none
 */
record RefreshRequest(AccountKey key, Optional<AccountVersion> refused) {}
