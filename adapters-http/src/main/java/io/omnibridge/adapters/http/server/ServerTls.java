package io.omnibridge.adapters.http.server;

import io.omnibridge.adapters.http.tls.InvalidTlsIdentity;
import io.omnibridge.adapters.http.tls.TlsIdentity;
import io.omnibridge.adapters.http.tls.TlsSource;
import io.omnibridge.adapters.support.concurrent.DaemonThreads;
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
 * TLS 1.2 and 1.3 for all listeners. It reads the certificate at regular intervals and uses a renewed one for new connections;
 * open connections keep the old one. It does not check SNI. Thread-safe.
 */
public final class ServerTls implements AutoCloseable {

    /** Time between two readings of the certificate. */
    public static final Duration DEFAULT_PERIOD = Duration.ofMinutes(1);

    private static final Logger LOG = LoggerFactory.getLogger(ServerTls.class);

    private final TlsSource source;
    private final Clock clock;
    private final List<SslContextFactory.Server> listeners = new CopyOnWriteArrayList<>();
    private final ScheduledExecutorService scheduler =
            Executors.newSingleThreadScheduledExecutor(DaemonThreads.named("tls-renewal"));
    private volatile TlsIdentity current;
    private String lastProblem = "";

    private ServerTls(TlsSource source, Clock clock) {
        this.source = source;
        this.clock = clock;
        this.current = source.read(clock.instant());
    }

    /**
     * Reads the certificate from {@code source} now and again after each {@code period}.
     *
     * @throws InvalidTlsIdentity if the first reading fails
     */
    public static ServerTls open(TlsSource source, Clock clock, Duration period) {
        ServerTls tls = new ServerTls(source, clock);
        long millis = period.toMillis();
        Future<?> unused = tls.scheduler.scheduleWithFixedDelay(tls::renew, millis, millis, TimeUnit.MILLISECONDS);
        return tls;
    }

    /** Returns the TLS layer of one listener, with HTTP/1.1 above it. */
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

    /** Returns how long the certificate in use is still valid; negative once it has expired. */
    public Duration remainingValidity() {
        return Duration.between(clock.instant(), current.expiresAt());
    }

    /** Stops reading the certificate. */
    @Override
    public void close() {
        scheduler.shutdownNow();
    }

    private void renew() {
        try {
            TlsIdentity renewed = source.read(clock.instant());
            if (!renewed.isSameAs(current)) {
                use(renewed);
            }
            lastProblem = "";
        } catch (InvalidTlsIdentity e) {
            warnOnce(String.valueOf(e.getMessage()));
        } catch (Exception e) {
            warnOnce(e.getClass().getName());
        }
    }

    private void use(TlsIdentity renewed) throws Exception {
        current = renewed;
        for (SslContextFactory.Server listener : listeners) {
            listener.reload(factory -> factory.setSslContext(renewed.newContext()));
        }
        LOG.info("renewed TLS certificate in use");
    }

    private void warnOnce(String problem) {
        if (!problem.equals(lastProblem)) {
            LOG.warn("TLS certificate not renewed, the old one stays in use: {}", problem);
        }
        lastProblem = problem;
    }
}
