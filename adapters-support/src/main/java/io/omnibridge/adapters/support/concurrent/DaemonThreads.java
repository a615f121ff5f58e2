package io.omnibridge.adapters.support.concurrent;

import java.util.concurrent.ThreadFactory;

/** Factories of daemon threads, which do not keep the process running. */
public final class DaemonThreads {

    private DaemonThreads() {}

    /** Returns a factory whose threads all have this name. */
    public static ThreadFactory named(String name) {
        return task -> {
            Thread thread = new Thread(task, name);
            thread.setDaemon(true);
            return thread;
        };
    }
}
