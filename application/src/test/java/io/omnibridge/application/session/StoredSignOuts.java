package io.omnibridge.application.session;

import io.omnibridge.application.port.SignOuts;
import io.omnibridge.application.port.StoreUnavailable;
import io.omnibridge.domain.audit.AuditedAction;
import io.omnibridge.domain.identity.UserId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;

/** In-memory sign-outs that count reads, delay one of them, and fail on demand. Thread-safe. */
final class StoredSignOuts implements SignOuts {

    private final Map<UserId, Instant> last = new ConcurrentHashMap<>();
    private final List<UserId> asked = Collections.synchronizedList(new ArrayList<>());
    private final CountDownLatch question = new CountDownLatch(1);
    private final CountDownLatch answer = new CountDownLatch(1);
    private boolean delaysNext;
    private volatile boolean broken;
    private volatile boolean losesAcknowledgements;

    /** Delays the next read until {@link #release}: it returns what was there when it began. */
    synchronized void delayNextRead() {
        delaysNext = true;
    }

    void awaitQuestion() throws InterruptedException {
        question.await();
    }

    void release() {
        answer.countDown();
    }

    void breakDown() {
        broken = true;
    }

    void recover() {
        broken = false;
    }

    void loseAcknowledgements() {
        losesAcknowledgements = true;
    }

    int asked() {
        return asked.size();
    }

    List<UserId> askedAbout() {
        synchronized (asked) {
            return List.copyOf(asked);
        }
    }

    @Override
    public Optional<Instant> lastOf(UserId user) {
        asked.add(user);
        if (broken) {
            throw new StoreUnavailable("down");
        }
        Optional<Instant> found = Optional.ofNullable(last.get(user));
        if (isDelayed()) {
            question.countDown();
            await();
        }
        return found;
    }

    private synchronized boolean isDelayed() {
        boolean delays = delaysNext;
        delaysNext = false;
        return delays;
    }

    private void await() {
        try {
            answer.await();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void signOut(UserId user, AuditedAction action) {
        last.merge(user, action.at(), (former, next) -> former.isAfter(next) ? former : next);
        if (losesAcknowledgements) {
            throw new StoreUnavailable("the acknowledgement is lost");
        }
    }

    @Override
    public void removeForgotten() {
        throw new UnsupportedOperationException();
    }
}
