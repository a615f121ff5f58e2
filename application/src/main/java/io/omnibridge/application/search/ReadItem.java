package io.omnibridge.application.search;

import io.omnibridge.application.port.OfferedSource;
import io.omnibridge.application.port.ResultSealer;
import io.omnibridge.application.port.SourceConnectors;
import io.omnibridge.application.use.AdmitResult;
import io.omnibridge.application.use.AdmittedCaller;
import io.omnibridge.application.use.CheckedSource;
import io.omnibridge.application.use.DataCaller;
import io.omnibridge.application.use.Deadline;
import io.omnibridge.application.use.PlannedSource;
import io.omnibridge.application.use.ReadySource;
import io.omnibridge.application.use.SourceResult;
import io.omnibridge.application.use.SourcesResult;
import io.omnibridge.application.use.UnusableTokenReason;
import io.omnibridge.application.use.UseRefusal;
import io.omnibridge.application.use.UseSources;
import io.omnibridge.application.use.WantedSource;
import io.omnibridge.domain.audit.RequestId;
import io.omnibridge.domain.search.ItemContent;
import io.omnibridge.domain.search.ItemRef;
import io.omnibridge.domain.source.Source;
import io.omnibridge.domain.use.UseFailure;
import io.omnibridge.domain.use.UseKind;
import io.omnibridge.domain.use.UseVia;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.LongSupplier;

/** Reads one item that a search of the caller found, as text. Thread-safe. */
public final class ReadItem {

    private static final Duration TIMEOUT = Duration.ofSeconds(10);

    private final ResultSealer sealer;
    private final SourceConnectors connectors;
    private final UseSources useSources;
    private final LongSupplier nanoTime;

    /** @param nanoTime a monotonic clock, in nanoseconds */
    public ReadItem(ResultSealer sealer, SourceConnectors connectors, UseSources useSources, LongSupplier nanoTime) {
        this.sealer = Objects.requireNonNull(sealer);
        this.connectors = Objects.requireNonNull(connectors);
        this.useSources = Objects.requireNonNull(useSources);
        this.nanoTime = Objects.requireNonNull(nanoTime);
    }

    /**
     * Reads an item within ten seconds.
     *
     * @param ref as a search gave it; nothing of it is trusted
     * @throws io.omnibridge.application.port.StoreUnavailable if the store did not respond; no call left
     */
    public ReadItemResult read(DataCaller caller, String ref, UseVia via, RequestId requestId) {
        AdmitResult admission = useSources.admit(caller, UseKind.ITEM);
        if (!(admission instanceof AdmitResult.Admitted admitted)) {
            return new ReadItemResult.Refused(((AdmitResult.Refused) admission).refusal());
        }
        Optional<ItemRef> opened = sealer.ref(admitted.caller().user(), ref);
        return opened.isPresent()
                ? checked(admitted.caller(), opened.get(), via, requestId)
                : new ReadItemResult.Refused(new UseRefusal.NotFound());
    }

    private ReadItemResult checked(AdmittedCaller caller, ItemRef ref, UseVia via, RequestId requestId) {
        Optional<OfferedSource> offered = connectors
                .offered(ref.target().account().provider())
                .stream()
                .filter(it -> it.source() == source(ref))
                .findFirst();
        if (offered.isEmpty()) {
            return new ReadItemResult.Refused(new UseRefusal.NotConfigured(false));
        }
        CheckedSource checked = check(caller, ref, offered.get());
        if (checked instanceof CheckedSource.Refused refused) {
            return new ReadItemResult.Refused(refused.refusal());
        }
        return checked instanceof ReadySource ready
                ? used(caller, ref, offered.get(), ready, via, requestId)
                : new ReadItemResult.Failed(UseFailure.CREDENTIALS_UNREADABLE, Duration.ZERO);
    }

    private ReadItemResult used(
            AdmittedCaller caller,
            ItemRef ref,
            OfferedSource offered,
            ReadySource ready,
            UseVia via,
            RequestId requestId) {
        PlannedSource<ItemContent> planned =
                new PlannedSource<>(ready, connectors.item(source(ref), ref.id(), ready.granted()));
        SourcesResult<ItemContent> result =
                useSources.use(caller, via, requestId, List.of(planned), Deadline.in(TIMEOUT, nanoTime));
        if (!(result instanceof SourcesResult.Used<ItemContent> used)) {
            return new ReadItemResult.Refused(((SourcesResult.Refused<ItemContent>) result).refusal());
        }
        return used.results().get(0) instanceof SourceResult.Received<ItemContent> received
                ? new ReadItemResult.Read(ref, received.value())
                : failed(caller, ref, offered, (SourceResult.Failed<ItemContent>)
                        used.results().get(0));
    }

    private CheckedSource check(AdmittedCaller caller, ItemRef ref, OfferedSource offered) {
        return useSources
                .check(caller, List.of(new WantedSource(ref.target(), offered.scopes())))
                .get(0);
    }

    private static Source source(ItemRef ref) {
        return ref.target().source().orElseThrow();
    }

    private ReadItemResult failed(
            AdmittedCaller caller, ItemRef ref, OfferedSource offered, SourceResult.Failed<ItemContent> failed) {
        return switch (failed.reason()) {
            case NOT_FOUND -> new ReadItemResult.Refused(new UseRefusal.NotFound());
            case NOT_CONFIGURED -> new ReadItemResult.Refused(new UseRefusal.NotConfigured(false));
            case NOT_GRANTED -> new ReadItemResult.Refused(new UseRefusal.NotGranted(offered.scopes()));
            case BUSY -> new ReadItemResult.Refused(new UseRefusal.Busy());
            case RATE_LIMITED -> new ReadItemResult.Refused(new UseRefusal.LimitReached(failed.retryAfter()));
            case NOT_CONFIRMED ->
                new ReadItemResult.Refused(new UseRefusal.NotUsable(UnusableTokenReason.NOT_CONFIRMED));
            case NEEDS_RECONNECT ->
                check(caller, ref, offered) instanceof CheckedSource.Refused refused
                        ? new ReadItemResult.Refused(refused.refusal())
                        : new ReadItemResult.Failed(UseFailure.NEEDS_RECONNECT, failed.retryAfter());
            default -> new ReadItemResult.Failed(failed.reason(), failed.retryAfter());
        };
    }
}
