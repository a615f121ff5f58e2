package io.omnibridge.application.use;

import io.omnibridge.application.port.ProviderApis;
import io.omnibridge.domain.account.ProviderId;
import java.util.Objects;

/** Lists what can be read at a provider, for callers who may read data. Thread-safe. */
public final class ListApis {

    private final ProviderApis apis;
    private final LeaseCheck leaseCheck;

    public ListApis(ProviderApis apis, LeaseCheck leaseCheck) {
        this.apis = Objects.requireNonNull(apis);
        this.leaseCheck = Objects.requireNonNull(leaseCheck);
    }

    /**
     * Returns the APIs with their reads. Listing is no use: it leaves no receipt and does not count on a lease.
     *
     * @throws io.omnibridge.application.port.StoreUnavailable if the store did not respond about the caller's lease
     */
    public ListApisResult list(DataCaller caller, ProviderId provider) {
        try {
            leaseCheck.require(caller);
        } catch (RefusedUse e) {
            return new ListApisResult.Refused(e.refusal());
        }
        return apis.apis(provider)
                .<ListApisResult>map(ListApisResult.Listed::new)
                .orElseGet(ListApisResult.NotConfigured::new);
    }
}
