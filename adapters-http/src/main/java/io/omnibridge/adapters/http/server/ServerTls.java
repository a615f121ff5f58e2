package io.omnibridge.adapters.http.server;

import io.omnibridge.adapters.http.tls.TlsIdentity;
import io.omnibridge.adapters.http.tls.TlsSource;
import io.omnibridge.adapters.http.tls.InvalidTlsIdentity;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.eclipse.jetty.http.HttpVersion;
import org.eclipse.jetty.server.SslConnectionFactory;
import org.eclipse.jetty.util.ssl.SslContextFactory;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * TLS for all listeners: 1.2 and 1.3, with whatever name the client comes by. It looks at regular intervals whether the
 * certificate was renewed; connections that are open go on with the old one. Thread-safe.
 */
public final class ServerTls implements AutoCloseable {

    /** How often it looks for a renewed certificate. */
    public static final Duration DEFAULT_PERIOD = Duration.ofMinutes(1);

    private static final Logger LOG = LoggerFactory.getLogger(ServerTls.class);

    private final TlsSource source;
    private final Clock clock;
    private final List<SslContextFactory.Server> listeners = new CopyOnWriteArrayList<>();
    private final ScheduledExecutorService scheduler = Executors.newSingleThreadScheduledExecutor(ServerTls::thread);
    private volatile TlsIdentity current;
    private String lastProblem = "";

    private ServerTls(TlsSource source, Clock clock) {
        this.source = source;
        this.clock = clock;
        this.current = source.read(clock.instant());
    }

    /**
     * Begins with what {@code source} has now, and looks again whenever {@code period} has passed.
     *
     * @throws InvalidTlsIdentity if there is nothing to begin with
     */
    public static ServerTls open(TlsSource source, Clock clock, Duration period) {
        ServerTls tls = new ServerTls(source, clock);
        long millis = period.toMillis();
        Future<?> unused = tls.scheduler.scheduleWithFixedDelay(tls::renew, millis, millis, TimeUnit.MILLISECONDS);
        return tls;
    }

    /** What makes connections of one listener speak TLS, and HTTP/1.1 in it. */
    SslConnectionFactory newConnectionFactory() {
        SslContextFactory.Server listener = new SslContextFactory.Server();
        listener.setIncludeProtocols("TLSv1.2", "TLSv1.3");
        listener.setRenegotiationAllowed(false);
        listener.setSslContext(current.newContext());
        listeners.add(listener);
        SslConnectionFactory factory = new SslConnectionFactory(listener, HttpVersion.HTTP_1_1.asString());
        factory.setEnsureSecureRequestCustomizer(false);
        return factory;
    }

    /** Stops looking for a renewed certificate. */
    @Override
    public void close() {
        scheduler.shutdownNow();
    }

    private void renew() {
        try {
            TlsIdentity found = source.read(clock.instant());
            if (!found.isSameAs(current)) {
                use(found);
            }
            lastProblem = "";
        } catch (InvalidTlsIdentity e) {
            tellOnce(String.valueOf(e.getMessage()));
        } catch (Exception e) {
            tellOnce(e.getClass().getName());
        }
    }

    private void use(TlsIdentity found) throws Exception {
        current = found;
        for (SslContextFactory.Server listener : listeners) {
            listener.reload(factory -> factory.setSslContext(found.newContext()));
        }
        LOG.info("a renewed TLS certificate is in use");
    }

    private void tellOnce(String problem) {
        if (!problem.equals(lastProblem)) {
            LOG.warn(
                    "the TLS certificate stays the one from before, because of the one that is there now: {}", problem);
        }
        lastProblem = problem;
    }

    private static Thread thread(Runnable task) {
        Thread thread = new Thread(task, "tls-renewal");
        thread.setDaemon(true);
        return thread;
    }
}
