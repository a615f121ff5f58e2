package io.omnibridge.adapters.store.redis;

import io.omnibridge.adapters.store.auditlog.ChainedUse;
import io.omnibridge.adapters.store.auditlog.EventMac;
import io.omnibridge.adapters.store.codec.UseReceiptCodec;
import io.omnibridge.adapters.store.redis.client.Reply;
import io.omnibridge.domain.identity.UserId;
import java.util.List;
import java.util.Map;

/** Receipt of a use as an entry of a stream, whose id is {@code position-0}. */
final class UseEntry {

    private UseEntry() {}

    /** Returns names and values in turn. */
    static List<Object> fields(ChainedUse use) {
        return List.of(
                "receipt", UseReceiptCodec.of(use.receipt()), "mac", use.mac().toBytes());
    }

    /** @param entry the entry's id, and its fields */
    static ChainedUse use(UserId user, Reply entry) {
        List<Reply> idAndFields = entry.list(2);
        Map<String, byte[]> fields = EventEntry.map(idAndFields.get(1).list());
        return new ChainedUse(
                EventEntry.position(idAndFields.get(0).text()),
                UseReceiptCodec.parse(user, EventEntry.text(fields, "receipt")),
                new EventMac(EventEntry.value(fields, "mac")));
    }
}
