package io.omnibridge.adapters.store.fault;

import static io.omnibridge.application.port.Samples.ALICE;
import static io.omnibridge.application.port.Samples.BOB;
import static io.omnibridge.application.port.Samples.GOOGLE;
import static io.omnibridge.application.port.Samples.QUOTA;
import static io.omnibridge.application.port.Samples.account;
import static io.omnibridge.application.port.Samples.action;
import static io.omnibridge.application.port.Samples.key;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.omnibridge.application.port.LinkResult;
import io.omnibridge.application.port.StoreUnavailable;
import io.omnibridge.application.port.TokenStore;
import io.omnibridge.domain.audit.ActionKind;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;

/** Callers that link accounts of {@code alice} in one store. */
public record Callers(TokenStore store) {

    /** More than a pool of a test has connections. */
    private static final int MANY = 20;

    public LinkResult link(String id) {
        return store.link(
                account(key(ALICE, GOOGLE, id)),
                QUOTA,
                Optional.empty(),
                action(ActionKind.LINK, key(ALICE, GOOGLE, id)));
    }

    public void assertLinks(String id) {
        assertInstanceOf(LinkResult.Linked.class, link(id));
    }

    /** As {@link #assertLinks}, at a store with a short deadline: a try that took too long may have linked the account. */
    public void assertLinksSoon(String id) {
        LinkResult result = Outage.untilAvailable(() -> link(id));
        assertTrue(result instanceof LinkResult.Linked || result instanceof LinkResult.Replaced, result::toString);
    }

    /** Asserts that more callers at once than the pool has connections all get unavailable, and that reads of others work then. */
    public void assertAllUnavailable() throws InterruptedException {
        ExecutorService threads = Executors.newFixedThreadPool(MANY);
        try {
            List<Future<LinkResult>> waiting = IntStream.range(0, MANY)
                    .mapToObj(i -> threads.submit(() -> link("a" + i)))
                    .toList();
            for (Future<LinkResult> one : waiting) {
                assertInstanceOf(
                        StoreUnavailable.class,
                        assertThrows(ExecutionException.class, one::get).getCause());
            }
            assertEquals(List.of(), Outage.untilAvailable(() -> store.keys(BOB)));
        } finally {
            threads.shutdownNow();
        }
    }
}
