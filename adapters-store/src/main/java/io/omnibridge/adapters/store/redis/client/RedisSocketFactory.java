package io.omnibridge.adapters.store.redis.client;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Proxy;
import java.net.Socket;
import java.security.NoSuchAlgorithmException;
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

    /** It ignores the JVM's property of a SOCKS proxy. */
    private final Socket plain = new Socket(Proxy.NO_PROXY);

    private final HostAndPort address;
    private final RedisSettings settings;
    private final int timeoutMillis;

    RedisSocketFactory(HostAndPort address, RedisSettings settings) {
        this.address = address;
        this.settings = settings;
        this.timeoutMillis = Math.toIntExact(settings.limits().deadline().toMillis());
    }

    /** @throws JedisConnectionException if connecting failed, or the connection was cut before */
    @Override
    public Socket createSocket() {
        try {
            plain.setTcpNoDelay(true);
            plain.setKeepAlive(true);
            plain.setSoTimeout(timeoutMillis);
            plain.connect(new InetSocketAddress(address.getHost(), address.getPort()), timeoutMillis);
            return settings.url().tls() ? encrypted() : plain;
        } catch (IOException | NoSuchAlgorithmException e) {
            throw new JedisConnectionException("no connection", e);
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

    /** Demands a certificate that is trusted and that names the host. */
    private Socket encrypted() throws IOException, NoSuchAlgorithmException {
        SSLSocketFactory factory = trusted().getSocketFactory();
        SSLSocket socket = (SSLSocket) factory.createSocket(plain, address.getHost(), address.getPort(), true);
        SSLParameters parameters = socket.getSSLParameters();
        parameters.setEndpointIdentificationAlgorithm("HTTPS");
        socket.setSSLParameters(parameters);
        socket.startHandshake();
        return socket;
    }

    private SSLContext trusted() throws NoSuchAlgorithmException {
        return settings.tls().isPresent() ? settings.tls().get() : SSLContext.getDefault();
    }
}
