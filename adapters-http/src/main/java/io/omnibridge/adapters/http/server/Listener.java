package io.omnibridge.adapters.http.server;

import java.util.Optional;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.HttpConnectionFactory;
import org.eclipse.jetty.server.SecureRequestCustomizer;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;

/**
 * Where to listen.
 *
 * @param port 0 for any that is free
 * @param tls empty to speak in the clear
 */
public record Listener(String host, int port, Optional<ServerTls> tls) {

    /** Jetty chooses how many threads accept connections, and how many select what is ready. */
    static final int AS_JETTY_CHOOSES = -1;

    public static Listener inTheClear(String host, int port) {
        return new Listener(host, port, Optional.empty());
    }

    ServerConnector connector(Server server, int threads, HttpConfiguration http) {
        ServerConnector connector = tls.map(encrypted -> encrypted(server, threads, http, encrypted))
                .orElseGet(() -> new ServerConnector(server, threads, threads, new HttpConnectionFactory(http)));
        connector.setHost(host);
        connector.setPort(port);
        return connector;
    }

    /** Clients may come by any name, and nothing tells browsers to remember that there is TLS here. */
    private static ServerConnector encrypted(Server server, int threads, HttpConfiguration http, ServerTls tls) {
        http.addCustomizer(new SecureRequestCustomizer(false));
        return new ServerConnector(
                server, threads, threads, tls.newConnectionFactory(), new HttpConnectionFactory(http));
    }
}
