package io.omnibridge.adapters.store.redis;

import io.omnibridge.adapters.store.sweep.SweepPlace;
import io.omnibridge.application.port.SweepPage;
import io.omnibridge.application.port.SweepPosition;
import io.omnibridge.domain.InvalidValue;
import io.omnibridge.domain.identity.UserId;
import io.omnibridge.domain.revocation.Obligation;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The obligations of everybody who is in the {@link OwingIndex}, until a page is full. For one page; not thread-safe. */
final class SweptObligations {

    private final Redis redis;
    private final int limit;
    private final List<Obligation> met = new ArrayList<>();
    private int unreadable;
    private int part;
    private String place;

    /** @throws InvalidValue if {@code after} is no position of this sweep */
    SweptObligations(Redis redis, SweepPosition after, int limit) {
        SweepPlace position = SweepPlace.of(SweepPlace.Kind.INDEXED_OBLIGATIONS, after);
        InvalidValue.unless(
                position.part(0).matches("[0-9]{0,2}") && position.part(1).matches("[0-9]{0,17}"),
                "must be a position of this sweep");
        this.redis = redis;
        this.limit = limit;
        this.part = position.part(0).isEmpty() ? 0 : Integer.parseInt(position.part(0));
        this.place = position.part(1);
    }

    SweepPage<Obligation> page() {
        while (part < OwingIndex.PARTS && met.size() + unreadable < limit) {
            readSome();
        }
        return new SweepPage<>(met, unreadable, next());
    }

    private void readSome() {
        List<OwingIndex.Entry> entries = redis.call(OwingIndex.page(part, place, limit));
        for (OwingIndex.Entry entry : entries) {
            read(entry);
            place = entry.place();
            if (met.size() + unreadable >= limit) {
                return;
            }
        }
        if (entries.size() < limit) {
            part++;
            place = "";
        }
    }

    private void read(OwingIndex.Entry entry) {
        Optional<UserId> user = UserKeys.readable(entry.encodedUser());
        if (user.isEmpty()) {
            unreadable++;
            return;
        }
        OwedCommands.Owed owed = redis.call(OwedCommands.readable(user.get()));
        met.addAll(owed.obligations());
        unreadable += owed.unreadable();
        if (owed.isNothing()) {
            redis.call(OwingIndex.remove(part, entry));
        }
    }

    private Optional<SweepPosition> next() {
        return part < OwingIndex.PARTS
                ? Optional.of(
                        new SweepPlace(SweepPlace.Kind.INDEXED_OBLIGATIONS, List.of(Integer.toString(part), place))
                                .printable())
                : Optional.empty();
    }
}
