package io.omnibridge.adapters.store.redis.client;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.SSLSocketFactory;
import redis.clients.jedis.HostAndPort;
import redis.clients.jedis.JedisSocketFactory;
import redis.clients.jedis.exceptions.JedisConnectionException;

/** The socket under one connection, which can be cut at any time, while it connects and greets too. */
final class RedisSocketFactory implements JedisSocketFactory {

    private final Socket raw = new Socket();
    private final HostAndPort address;
    private final boolean tls;
    private final int patienceMillis;

    /** @param patience how long each step of connecting and each read may take; a deadline may cut all of it earlier */
    RedisSocketFactory(HostAndPort address, boolean tls, Duration patience) {
        this.address = address;
        this.tls = tls;
        this.patienceMillis = Math.toIntExact(patience.toMillis());
    }

    /** A wire that was cut does not connect any more. */
    @Override
    public Socket createSocket() {
        try {
            raw.setTcpNoDelay(true);
            raw.setKeepAlive(true);
            raw.setSoTimeout(patienceMillis);
            raw.connect(new InetSocketAddress(address.getHost(), address.getPort()), patienceMillis);
            return tls ? encrypted() : raw;
        } catch (IOException | NoSuchAlgorithmException e) {
            throw new JedisConnectionException("no connection");
        }
    }

    boolean isCut() {
        return raw.isClosed();
    }

    /** Whoever reads from it or writes to it stops at once. */
    void cut() {
        try {
            raw.close();
        } catch (IOException e) {
            // It is broken already: whoever waits on it stops by itself.
            return;
        }
    }

    /** With a certificate that is trusted and has the name of the host. */
    private Socket encrypted() throws IOException, NoSuchAlgorithmException {
        SSLSocketFactory factory = SSLContext.getDefault().getSocketFactory();
        SSLSocket socket = (SSLSocket) factory.createSocket(raw, address.getHost(), address.getPort(), true);
        SSLParameters parameters = socket.getSSLParameters();
        parameters.setEndpointIdentificationAlgorithm("HTTPS");
        socket.setSSLParameters(parameters);
        socket.startHandshake();
        return socket;
    }
}
