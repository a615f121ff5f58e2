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

/**
 * Makes the socket of one connection. The plain socket exists from the start, so that {@link #cut} also ends connecting and
 * the TLS handshake. Only {@link #cut} and {@link #isCut} are thread-safe.
 */
final class RedisSocketFactory implements JedisSocketFactory {

    private final Socket plain = new Socket();
    private final HostAndPort address;
    private final boolean tls;
    private final int timeoutMillis;

    /** @param timeout of connecting, and of each read; a deadline may cut the connection earlier */
    RedisSocketFactory(HostAndPort address, boolean tls, Duration timeout) {
        this.address = address;
        this.tls = tls;
        this.timeoutMillis = Math.toIntExact(timeout.toMillis());
    }

    /** @throws JedisConnectionException if connecting failed, or the connection was cut before */
    @Override
    public Socket createSocket() {
        try {
            plain.setTcpNoDelay(true);
            plain.setKeepAlive(true);
            plain.setSoTimeout(timeoutMillis);
            plain.connect(new InetSocketAddress(address.getHost(), address.getPort()), timeoutMillis);
            return tls ? encrypted() : plain;
        } catch (IOException | NoSuchAlgorithmException e) {
            throw new JedisConnectionException("no connection");
        }
    }

    boolean isCut() {
        return plain.isClosed();
    }

    /** Closes the socket. A thread that connects, reads or writes fails at once. */
    void cut() {
        try {
            plain.close();
        } catch (IOException e) {
            // The socket is broken already, and a thread that uses it has failed.
            return;
        }
    }

    /** Demands a certificate that the JVM trusts and that names the host. */
    private Socket encrypted() throws IOException, NoSuchAlgorithmException {
        SSLSocketFactory factory = SSLContext.getDefault().getSocketFactory();
        SSLSocket socket = (SSLSocket) factory.createSocket(plain, address.getHost(), address.getPort(), true);
        SSLParameters parameters = socket.getSSLParameters();
        parameters.setEndpointIdentificationAlgorithm("HTTPS");
        socket.setSSLParameters(parameters);
        socket.startHandshake();
        return socket;
    }
}
