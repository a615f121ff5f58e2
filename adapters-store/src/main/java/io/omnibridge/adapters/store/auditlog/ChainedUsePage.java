package io.omnibridge.adapters.store.auditlog;

import io.omnibridge.application.port.UsePage;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * One page of a user's log of uses as a store keeps it. Positions have no gap.
 *
 * @param head of the whole log, at the moment at which the receipts were read
 * @param oldestKept the position of the oldest receipt that the store keeps; 1 if it keeps all
 */
public record ChainedUsePage(StoredChainHead head, List<ChainedUse> newestFirst, long oldestKept) {

    public ChainedUsePage {
        newestFirst = List.copyOf(newestFirst);
    }

    /** Returns the page as the application has it; without a head, if the store computes no MACs. */
    public UsePage toUsePage() {
        return new UsePage(
                newestFirst.stream().map(ChainedUse::receipt).toList(),
                next(),
                Optional.of(head).filter(StoredChainHead::isChained).flatMap(StoredChainHead::toChainHead));
    }

    private OptionalLong next() {
        long oldest = newestFirst.isEmpty()
                ? oldestKept
                : newestFirst.get(newestFirst.size() - 1).position();
        return oldest > oldestKept ? OptionalLong.of(oldest) : OptionalLong.empty();
    }
}
