package io.omnibridge.adapters.support.concurrent;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;

class DaemonThreadsTest {

    @Test
    void a_thread_is_a_named_daemon_that_runs_the_task() throws InterruptedException {
        AtomicBoolean ran = new AtomicBoolean();
        Thread thread = DaemonThreads.named("worker").newThread(() -> ran.set(true));
        assertTrue(thread.isDaemon());
        assertEquals("worker", thread.getName());

        thread.start();
        thread.join();
        assertTrue(ran.get());
    }
}
