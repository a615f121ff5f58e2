package io.omnibridge.bootstrap.wiring;

import io.omnibridge.application.readiness.ReadinessObserver;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Log lines for changes of readiness. Thread-safe. */
final class ReadinessLog implements ReadinessObserver {

    private static final Logger LOG = LoggerFactory.getLogger(ReadinessLog.class);

    @Override
    public void lost(String reason) {
        LOG.warn("not ready: {}", reason);
    }

    @Override
    public void regained() {
        LOG.info("ready again");
    }
}
