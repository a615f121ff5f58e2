package io.omnibridge.adapters.store.redis;

import io.omnibridge.adapters.store.redis.client.RedisClient;
import io.omnibridge.adapters.store.scan.CursorKind;
import io.omnibridge.adapters.store.scan.DecodedCursor;
import io.omnibridge.application.port.ScanCursor;
import io.omnibridge.application.port.ScanPage;
import io.omnibridge.domain.InvalidValue;
import io.omnibridge.domain.identity.UserId;
import io.omnibridge.domain.revocation.PendingRevocation;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Scan of the pending revocations of all users in the {@link PendingRevocationIndex}, until a page is full. For one page; not thread-safe. */
final class RevocationScan {

    private final RedisClient redis;
    private final int limit;
    private final List<PendingRevocation> items = new ArrayList<>();
    private int unreadable;
    private int part;
    private String place;

    /** @throws InvalidValue if {@code after} is not a cursor of this scan */
    RevocationScan(RedisClient redis, ScanCursor after, int limit) {
        DecodedCursor position = DecodedCursor.of(CursorKind.INDEXED_REVOCATIONS, after);
        InvalidValue.unless(
                position.part(0).matches("[0-9]{0,2}") && position.part(1).matches("[0-9]{0,17}"),
                "must be a cursor of this scan");
        this.redis = redis;
        this.limit = limit;
        this.part = position.part(0).isEmpty() ? 0 : Integer.parseInt(position.part(0));
        this.place = position.part(1);
    }

    ScanPage<PendingRevocation> page() {
        while (part < PendingRevocationIndex.PARTS && items.size() + unreadable < limit) {
            readSome();
        }
        return new ScanPage<>(items, unreadable, next());
    }

    private void readSome() {
        List<IndexedUser> entries = redis.call(PendingRevocationIndex.page(part, place, limit));
        for (IndexedUser entry : entries) {
            read(entry);
            place = entry.place();
            if (items.size() + unreadable >= limit) {
                return;
            }
        }
        if (entries.size() < limit) {
            part++;
            place = "";
        }
    }

    private void read(IndexedUser entry) {
        Optional<UserId> user = UserKeys.readable(entry.encodedUser());
        if (user.isEmpty()) {
            unreadable++;
            return;
        }
        ReadableRevocations found = redis.call(RevocationCommands.readable(user.get()));
        items.addAll(found.pendingRevocations());
        unreadable += found.unreadable();
        if (found.isEmpty()) {
            redis.call(PendingRevocationIndex.remove(part, entry));
        }
    }

    private Optional<ScanCursor> next() {
        return part < PendingRevocationIndex.PARTS
                ? Optional.of(new DecodedCursor(CursorKind.INDEXED_REVOCATIONS, List.of(Integer.toString(part), place))
                        .printable())
                : Optional.empty();
    }
}
