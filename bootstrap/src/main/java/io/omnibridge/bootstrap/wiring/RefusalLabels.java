package io.omnibridge.bootstrap.wiring;

import io.omnibridge.application.use.UseRefusal;
import java.util.Map;

/** The codes of the HTTP contract for refused reads, as they stand in metrics. */
final class RefusalLabels {

    private static final Map<Class<? extends UseRefusal>, String> WORDS = Map.ofEntries(
            Map.entry(UseRefusal.NotPermitted.class, "insufficient_scope"),
            Map.entry(UseRefusal.LeaseRequired.class, "lease_required"),
            Map.entry(UseRefusal.LeaseOver.class, "lease_ended"),
            Map.entry(UseRefusal.OutsideLease.class, "outside_lease"),
            Map.entry(UseRefusal.NotFound.class, "not_found"),
            Map.entry(UseRefusal.Invalid.class, "invalid_request"),
            Map.entry(UseRefusal.NotARead.class, "not_a_read"),
            Map.entry(UseRefusal.NotGranted.class, "not_granted"),
            Map.entry(UseRefusal.NotConfigured.class, "not_configured"),
            Map.entry(UseRefusal.NotUsable.class, "not_usable"),
            Map.entry(UseRefusal.NeedsReconnect.class, "needs_reconnect"),
            Map.entry(UseRefusal.LimitReached.class, "rate_limited"),
            Map.entry(UseRefusal.Busy.class, "busy"));

    private RefusalLabels() {}

    static String of(UseRefusal refusal) {
        return of(refusal.getClass());
    }

    static String of(Class<?> refusal) {
        return WORDS.getOrDefault(refusal, "other");
    }
}
