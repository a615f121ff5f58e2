package io.omnibridge.adapters.store.auditlog;

import io.omnibridge.domain.identity.UserId;
import io.omnibridge.domain.use.UseReceipt;
import java.time.Instant;

/** Computes the chain heads and the bases of logs of uses. Thread-safe. */
public interface UseChain {

    /** Chain of a store that nothing can tamper with: it counts the receipts, and computes no MAC. */
    UseChain UNCHAINED = new UseChain() {

        @Override
        public StoredChainHead headAfter(StoredChainHead head, UseReceipt receipt) {
            return new StoredChainHead(head.count() + 1, StoredChainHead.NONE.mac());
        }

        @Override
        public UseBase base(UserId user, StoredChainHead at, Instant prunedBefore) {
            return new UseBase(at, prunedBefore, StoredChainHead.NONE.mac());
        }
    };

    /** Returns the chain head of the user's log after {@code receipt} was appended behind {@code head}. */
    StoredChainHead headAfter(StoredChainHead head, UseReceipt receipt);

    /** Returns the base of a log from which all receipts up to {@code at} are removed. */
    UseBase base(UserId user, StoredChainHead at, Instant prunedBefore);

    /** Returns whether the key of this chain computed {@code base} for this user. */
    default boolean isGenuine(UserId user, UseBase base) {
        return base(user, base.at(), base.prunedBefore()).mac().equals(base.mac());
    }
}
