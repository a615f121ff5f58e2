package io.omnibridge.adapters.http.server;

import java.util.Optional;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.HttpConnectionFactory;
import org.eclipse.jetty.server.SecureRequestCustomizer;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;

/**
 * Address on which a server accepts connections.
 *
 * @param port the port, or 0 for any free port
 * @param tls empty for plain HTTP
 */
public record Listener(String host, int port, Optional<ServerTls> tls) {

    /** Number of acceptor and selector threads that lets Jetty choose. */
    static final int DEFAULT_THREADS = -1;

    /** Returns a listener without TLS. */
    public static Listener plain(String host, int port) {
        return new Listener(host, port, Optional.empty());
    }

    /** @param threads the number of acceptor and of selector threads */
    ServerConnector connector(Server server, int threads, HttpConfiguration http) {
        ServerConnector connector = tls.map(serverTls -> encrypted(server, threads, http, serverTls))
                .orElseGet(() -> new ServerConnector(server, threads, threads, new HttpConnectionFactory(http)));
        connector.setHost(host);
        connector.setPort(port);
        return connector;
    }

    /** The server does not check SNI and sends no Strict-Transport-Security; clients verify the host name as usual. */
    private static ServerConnector encrypted(Server server, int threads, HttpConfiguration http, ServerTls tls) {
        http.addCustomizer(new SecureRequestCustomizer(false));
        return new ServerConnector(
                server, threads, threads, tls.newConnectionFactory(), new HttpConnectionFactory(http));
    }
}
