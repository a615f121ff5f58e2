package io.omnibridge.bootstrap.wiring;

import io.omnibridge.application.revocation.RevocationWorkers;
import io.omnibridge.application.revocation.RevokeGrant;
import io.omnibridge.application.revocation.RevokeGrantResult;
import io.omnibridge.domain.revocation.PendingRevocation;
import java.util.Objects;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Threads that attempt pending revocations, a few for each provider. What does not fit into a provider's queue stays pending in
 * the store, and is submitted again by the next scan. Thread-safe.
 */
final class RevocationThreads implements RevocationWorkers, AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(RevocationThreads.class);
    private static final int MAX_QUEUED = 1_000;

    private final ProviderThreads threads = new ProviderThreads("revocation", MAX_QUEUED);
    private final RevokeGrant revokeGrant;

    RevocationThreads(RevokeGrant revokeGrant) {
        this.revokeGrant = Objects.requireNonNull(revokeGrant);
    }

    @Override
    public void submit(PendingRevocation revocation) {
        threads.submit(revocation.account().provider(), revocation.id(), () -> revoke(revocation));
    }

    private void revoke(PendingRevocation revocation) {
        if (revokeGrant.revoke(revocation) == RevokeGrantResult.ABANDONED) {
            LOG.warn(
                    "{}: a revocation is abandoned: the provider did not revoke the grant in seven days, or says that it never"
                            + " does; its token is destroyed here, and the grant may go on at the provider",
                    revocation.account().provider().value());
        }
    }

    /** Takes no further revocations, and lets the queued ones end, for a bounded time. What is left stays pending. */
    @Override
    public void close() {
        threads.close();
    }
}
