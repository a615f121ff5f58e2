package io.omnibridge.application.credentials;

import io.omnibridge.domain.account.AccountKey;
import io.omnibridge.domain.account.AccountVersion;
import java.util.Optional;

/**
 * Which account to refresh.
 *
 * @param refused the version whose access token the provider's API refused, whatever its expiry says; empty if none
 */
record RefreshRequest(AccountKey key, Optional<AccountVersion> refused) {}
