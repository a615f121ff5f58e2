package io.omnibridge.adapters.support.testing;

import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** HTTPS server on loopback with a certificate of the {@link PrivateAuthority}. It publishes a key set, and keeps the names of headers. */
public final class TlsKeyServer implements AutoCloseable {

    private final HttpsServer server;
    private final List<String> headers = new CopyOnWriteArrayList<>();

    public TlsKeyServer(String jwks) {
        try {
            server = HttpsServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
        server.setHttpsConfigurator(new HttpsConfigurator(PrivateAuthority.server()));
        server.createContext("/", exchange -> {
            try (exchange) {
                headers.addAll(exchange.getRequestHeaders().keySet());
                KeyServer.send(exchange, 200, jwks);
            }
        });
        server.start();
    }

    /** Returns the URL of the key set at a host, which is a name of the certificate. */
    public String url(String host) {
        return "https://" + host + ":" + server.getAddress().getPort() + "/jwks";
    }

    /** Returns the names of all header fields that were received. */
    public List<String> headers() {
        return List.copyOf(headers);
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
