package io.omnibridge.adapters.store.auditlog;

import io.omnibridge.domain.identity.UserId;
import io.omnibridge.domain.use.UseReceipt;
import java.time.Instant;

/**
 * Chain of MACs over the log of uses of each user, as {@link AuditChain} is over the audit log of changes. Each message names its
 * purpose, so that no MAC of one log is one of the other. Thread-safe.
 */
record KeyedUseChain(AuditLogKey key, String issuer) implements UseChain {

    @Override
    public StoredChainHead headAfter(StoredChainHead head, UseReceipt receipt) {
        long position = head.count() + 1;
        return new StoredChainHead(position, key.mac(UseMessage.of(issuer, position, head.mac(), receipt)));
    }

    @Override
    public UseBase base(UserId user, StoredChainHead at, Instant prunedBefore) {
        return new UseBase(at, prunedBefore, key.mac(UseMessage.ofBase(issuer, user, at, prunedBefore)));
    }
}
