package io.omnibridge.application.search;

import io.omnibridge.application.use.AdmitResult;
import io.omnibridge.application.use.CheckedSource;
import io.omnibridge.application.use.DataCaller;
import io.omnibridge.application.use.UseSources;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;

/** Lists the sources of the caller's accounts with their states. Thread-safe. */
public final class ListSources {

    private final OwnSources ownSources;
    private final UseSources useSources;

    public ListSources(OwnSources ownSources, UseSources useSources) {
        this.ownSources = Objects.requireNonNull(ownSources);
        this.useSources = Objects.requireNonNull(useSources);
    }

    /**
     * Returns the sources; for a caller with a lease, those that its terms name. Listing is no use: it calls no provider, leaves no
     * receipt and does not count on a lease.
     *
     * @throws io.omnibridge.application.port.StoreUnavailable if the store did not respond
     */
    public ListSourcesResult list(DataCaller caller) {
        AdmitResult admission = useSources.admitToList(caller);
        if (!(admission instanceof AdmitResult.Admitted admitted)) {
            return new ListSourcesResult.Refused(((AdmitResult.Refused) admission).refusal());
        }
        List<SourceOfAccount> own = ownSources.of(admitted.caller().user()).stream()
                .filter(it -> admitted.caller().mayUse(it.target()))
                .toList();
        List<CheckedSource> checked = useSources.check(
                admitted.caller(), own.stream().map(SourceOfAccount::wanted).toList());
        return new ListSourcesResult.Listed(IntStream.range(0, own.size())
                .mapToObj(i -> ListedSource.of(own.get(i), checked.get(i)))
                .toList());
    }
}
