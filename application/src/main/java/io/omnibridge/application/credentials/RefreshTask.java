package io.omnibridge.application.credentials;

import io.omnibridge.domain.account.AccountKey;
import io.omnibridge.domain.account.AccountVersion;
import java.util.Optional;

/**
 * What one refresh is about, and with.
 *
 * @param refused the version that is of no more use, whatever its expiry says; empty if none is
 */
record RefreshTask(
        AccountKey key,
        Optional<AccountVersion> refused,
        RefreshPorts ports,
        ProviderBreakers breakers,
        CallPermit pass) {}
