package io.omnibridge.adapters.providers.connectors;

import io.omnibridge.application.port.ReadPlan;
import io.omnibridge.domain.use.UseFailure;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;

/** Chooses one of several failures: the one that says best what the user can do. */
public final class MostUsefulFailure {

    /** The first says the most. Reasons that are not in the list say less than all of them. */
    private static final List<UseFailure> ORDER = List.of(
            UseFailure.NEEDS_RECONNECT,
            UseFailure.NOT_CONFIGURED,
            UseFailure.NOT_GRANTED,
            UseFailure.RATE_LIMITED,
            UseFailure.PROVIDER_TIMEOUT,
            UseFailure.BUSY,
            UseFailure.PROVIDER_UNAVAILABLE);

    private MostUsefulFailure() {}

    /** Returns the reason that says the most, with the longest wait of that reason. */
    public static <T> ReadPlan.Failed<T> of(List<? extends ReadPlan.Failed<?>> failures) {
        UseFailure reason = failures.stream()
                .map(ReadPlan.Failed::reason)
                .min(Comparator.comparingInt(MostUsefulFailure::place))
                .orElse(UseFailure.PROVIDER_ERROR);
        Duration retryAfter = failures.stream()
                .filter(it -> it.reason() == reason)
                .map(ReadPlan.Failed::retryAfter)
                .max(Comparator.naturalOrder())
                .orElse(Duration.ZERO);
        return new ReadPlan.Failed<>(reason, retryAfter);
    }

    private static int place(UseFailure reason) {
        int place = ORDER.indexOf(reason);
        return place < 0 ? ORDER.size() : place;
    }
}
