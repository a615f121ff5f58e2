package io.omnibridge.adapters.support.testing;

import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import java.util.concurrent.CopyOnWriteArrayList;

/** Keeps what is logged in its list, which a test may read while other threads log. Thread-safe. */
public final class LogRecorder extends ListAppender<ILoggingEvent> {

    public LogRecorder() {
        list = new CopyOnWriteArrayList<>();
    }
}
