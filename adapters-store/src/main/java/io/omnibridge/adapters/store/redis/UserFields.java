package io.omnibridge.adapters.store.redis;

import io.omnibridge.adapters.store.auditlog.EventMac;
import io.omnibridge.adapters.store.auditlog.StoredChainHead;
import io.omnibridge.adapters.store.redis.client.Reply;
import io.omnibridge.domain.revocation.PendingRevocationId;
import java.util.List;

/** Fields of the hash {@link UserKeys#user}. */
final class UserFields {

    static final String HEAD_POSITION = "chain_head_position";
    static final String HEAD_MAC = "chain_head_mac";

    static final String USE_HEAD_POSITION = "use_head_position";
    static final String USE_HEAD_MAC = "use_head_mac";

    /** The base of the log of uses: position and MAC of the newest receipt that was removed, time, MAC of all three. */
    static final List<String> USE_BASE =
            List.of("use_base_position", "use_base_position_mac", "use_base_pruned_before", "use_base_mac");

    private static final String REVOCATION = "pending_revocation:";

    private UserFields() {}

    static String revocation(PendingRevocationId id) {
        return REVOCATION + id.value();
    }

    static boolean isRevocation(String field) {
        return field.startsWith(REVOCATION);
    }

    /** @param field one of which {@link #isRevocation} says that it is */
    static PendingRevocationId revocationId(String field) {
        return new PendingRevocationId(field.substring(REVOCATION.length()));
    }

    /** Reads a chain head, which is missing as long as there is no event. */
    static StoredChainHead head(Reply position, Reply mac) {
        return new StoredChainHead(
                Long.parseLong(position.optionalText().orElse("0")),
                new EventMac(mac.optionalBytes().orElseGet(() -> new byte[0])));
    }

    /** Reads a counter, which is missing until it first counts. */
    static long number(Reply count) {
        return Long.parseLong(count.optionalText().orElse("0"));
    }
}
