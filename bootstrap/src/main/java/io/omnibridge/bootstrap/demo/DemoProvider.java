package io.omnibridge.bootstrap.demo;

import com.sun.net.httpserver.HttpServer;
import io.omnibridge.adapters.providers.catalogue.Catalogue;
import io.omnibridge.adapters.providers.catalogue.InvalidCatalogue;
import io.omnibridge.adapters.support.concurrent.DaemonThreads;
import io.omnibridge.domain.account.ProviderId;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/**
 * Providers with invented data: an HTTP server on a free loopback port, and their entries in the catalogue. Their APIs are
 * {@link DemoApi}, and their consent pages and tokens {@link DemoAuthorization}. Thread-safe.
 */
public final class DemoProvider implements AutoCloseable {

    public static final ProviderId ID = new ProviderId("demo");

    /** The providers with the APIs of real ones, at which alice has an account from the start. */
    public static final List<ProviderId> LINKED =
            List.of(new ProviderId("demo-google"), new ProviderId("demo-github"), new ProviderId("demo-notion"));

    /** What the entry calls the server, whose port is not known before the start. */
    private static final String URL_IN_ENTRY = "http://127.0.0.1:8090";

    private static final String LOOPBACK = "127.0.0.1";

    private final HttpServer server;
    private final ExecutorService threads = Executors.newCachedThreadPool(DaemonThreads.named("demo"));

    private DemoProvider(HttpServer server) {
        this.server = server;
    }

    /**
     * Starts the server on a free port of loopback.
     *
     * @throws IOException if there is no free port
     */
    public static DemoProvider start(SecureRandom random, Clock clock) throws IOException {
        return start(InetAddress.getByAddress(new byte[] {127, 0, 0, 1}), 0, random, clock);
    }

    /**
     * Starts the server.
     *
     * @param address where it listens; it names itself by loopback
     * @throws IOException if it cannot listen there
     */
    public static DemoProvider start(InetAddress address, int port, SecureRandom random, Clock clock)
            throws IOException {
        // Read once, when the first server is created: without it, most responses wait for 40 ms.
        System.setProperty("sun.net.httpserver.nodelay", "true");
        DemoProvider demo = new DemoProvider(HttpServer.create(new InetSocketAddress(address, port), 0));
        DemoGrants grants = new DemoGrants(random, clock);
        demo.server.createContext(
                "/",
                new DemoHandler(
                        new DemoApi(demo.url(), DemoMessages.load(), grants),
                        new DemoAuthorization(new DemoCodes<>(random, clock), grants),
                        new DemoIssuer(new DemoTokens(demo.issuer(), clock), new DemoCodes<>(random, clock))));
        demo.server.setExecutor(demo.threads);
        demo.server.start();
        return demo;
    }

    /** Returns the issuer of its JWTs. */
    public String issuer() {
        return "http://localhost:" + server.getAddress().getPort();
    }

    /** Returns the base URL of the server, without a slash at its end. */
    public URI url() {
        return URI.create("http://" + LOOPBACK + ":" + server.getAddress().getPort());
    }

    /** Returns a catalogue that has these providers alone. */
    public Catalogue catalogue() {
        try {
            String entry = DemoResources.text("providers.yaml").replace(URL_IN_ENTRY, url().toString());
            return Catalogue.read(entry, Path.of(""));
        } catch (InvalidCatalogue e) {
            throw new IllegalStateException(String.join("; ", e.problems()), e);
        }
    }

    /** Ends the server at once. */
    @Override
    public void close() {
        server.stop(0);
        threads.shutdown();
    }
}
