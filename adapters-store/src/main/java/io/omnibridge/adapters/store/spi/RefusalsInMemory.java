package io.omnibridge.adapters.store.spi;

import io.omnibridge.domain.audit.AuditEvent;
import io.omnibridge.domain.audit.RefusalCount;
import io.omnibridge.domain.identity.UserId;
import java.util.List;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.stream.Stream;

/** Counts of refusals in the memory of this process. Thread-safe. */
final class RefusalsInMemory {

    private final ConcurrentMap<UserId, List<RefusalCount>> counts = new ConcurrentHashMap<>();

    void count(AuditEvent refused) {
        counts.merge(
                refused.action().user(),
                List.of(RefusalCount.of(refused)),
                (former, first) -> former.stream().anyMatch(count -> count.counts(refused))
                        ? former.stream()
                                .map(count -> count.counts(refused) ? count.and(refused) : count)
                                .toList()
                        : Stream.concat(former.stream(), first.stream()).toList());
    }

    List<RefusalCount> of(UserId user) {
        return counts.getOrDefault(user, List.of());
    }

    void remove(UserId user) {
        counts.remove(user);
    }
}
