package io.omnibridge.adapters.store.record;

import java.util.Iterator;
import java.util.List;

/** One check of one record. Not thread-safe. */
final class RecordVerification {

    private final RecordChain chain;
    private final List<RecordHead> kept;
    private RecordHead head = RecordHead.NONE;

    RecordVerification(RecordChain chain, List<RecordHead> kept) {
        this.chain = chain;
        this.kept = kept;
    }

    RecordVerdict of(Iterator<RecordedEvent> events) {
        while (events.hasNext()) {
            RecordedEvent event = events.next();
            if (!follows(event)) {
                return wrong(event, events);
            }
            head = chain.append(head, event.event());
            if (contradictsWhatWasKept()) {
                return new RecordVerdict.Changed(head.count());
            }
        }
        return kept.stream().anyMatch(later -> later.count() > head.count())
                ? new RecordVerdict.Truncated(head.count() + 1)
                : new RecordVerdict.Intact(head);
    }

    private boolean follows(RecordedEvent event) {
        return event.position() == head.count() + 1 && belongsNext(event);
    }

    private boolean belongsNext(RecordedEvent event) {
        return chain.append(head, event.event()).mac().equals(event.mac());
    }

    private boolean contradictsWhatWasKept() {
        return kept.stream().anyMatch(same -> same.count() == head.count() && !same.equals(head));
    }

    private RecordVerdict wrong(RecordedEvent event, Iterator<RecordedEvent> later) {
        long expected = head.count() + 1;
        boolean elsewhere = belongsNext(event);
        while (!elsewhere && later.hasNext()) {
            elsewhere = belongsNext(later.next());
        }
        if (elsewhere) {
            return new RecordVerdict.Reordered(expected);
        }
        return event.position() > expected ? new RecordVerdict.Missing(expected) : new RecordVerdict.Changed(expected);
    }
}
