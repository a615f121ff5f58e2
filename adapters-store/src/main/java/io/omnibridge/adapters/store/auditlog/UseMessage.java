package io.omnibridge.adapters.store.auditlog;

import io.omnibridge.adapters.store.codec.LengthPrefixed;
import io.omnibridge.domain.identity.ClientId;
import io.omnibridge.domain.identity.LeaseId;
import io.omnibridge.domain.identity.UserId;
import io.omnibridge.domain.use.Use;
import io.omnibridge.domain.use.UseReceipt;
import io.omnibridge.domain.use.UseTarget;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Bytes over which the MAC of a receipt, or of a base, is computed. The formats never change: stored receipts would no longer
 * verify. An empty text stands for no value, because no value is empty.
 */
final class UseMessage {

    private static final String FORMAT = "1";
    private static final String PURPOSE = "use";
    private static final String PURPOSE_OF_BASE = "use base";

    private UseMessage() {}

    static byte[] of(String issuer, long position, EventMac previous, UseReceipt receipt) {
        Use use = receipt.use();
        List<String> parts = new ArrayList<>(List.of(
                FORMAT,
                PURPOSE,
                issuer,
                use.user().value(),
                Long.toString(position),
                previous.toHex(),
                use.kind().name(),
                use.via().name(),
                Long.toString(use.at().toEpochMilli()),
                orEmpty(use.client().map(ClientId::value)),
                orEmpty(use.lease().map(LeaseId::value)),
                use.requestId().value(),
                receipt.outcome().name(),
                orEmpty(receipt.reason().map(Enum::name))));
        use.targets().forEach(target -> add(parts, target));
        return LengthPrefixed.of(parts.toArray(String[]::new));
    }

    static byte[] ofBase(String issuer, UserId user, StoredChainHead at, Instant prunedBefore) {
        return LengthPrefixed.of(
                FORMAT,
                PURPOSE_OF_BASE,
                issuer,
                user.value(),
                Long.toString(at.count()),
                at.mac().toHex(),
                Long.toString(prunedBefore.toEpochMilli()));
    }

    private static void add(List<String> parts, UseTarget target) {
        parts.add(target.account().provider().value());
        parts.add(target.account().providerAccountId().value());
        parts.add(orEmpty(target.source().map(Enum::name)));
    }

    private static String orEmpty(Optional<String> part) {
        return part.orElse("");
    }
}
