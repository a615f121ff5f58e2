package io.omnibridge.application.port;

import io.omnibridge.domain.audit.ChainHead;
import io.omnibridge.domain.use.UseReceipt;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * A page of one user's log of uses.
 *
 * @param receipts newest first
 * @param next the value of {@code before} for the next page; empty if this page is the last
 * @param head the chain head of the whole log at the moment of the read; empty if there are no receipts, or if the store does not
 *     chain them
 */
public record UsePage(List<UseReceipt> receipts, OptionalLong next, Optional<ChainHead> head) {

    public UsePage {
        receipts = List.copyOf(receipts);
        Objects.requireNonNull(next, "next");
        Objects.requireNonNull(head, "head");
    }
}
