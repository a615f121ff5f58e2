package io.omnibridge.adapters.http.testing;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketException;
import java.util.ArrayList;
import java.util.List;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLSocket;

/** Connection on which a test sends arbitrary bytes. */
public final class RawHttp implements AutoCloseable {

    /** Keeps a broken server from hanging the build. No test measures it. */
    private static final int READ_TIMEOUT_MILLIS = 30_000;

    private final Socket socket;
    private final InputStream in;

    private RawHttp(Socket socket) throws IOException {
        this.socket = socket;
        this.in = new BufferedInputStream(socket.getInputStream());
    }

    public static RawHttp connect(int port) {
        return connect(port, 0);
    }

    /** Connects with a receive buffer of {@code receiveBuffer} bytes, or the default size for 0. */
    public static RawHttp connect(int port, int receiveBuffer) {
        try {
            return new RawHttp(socket(port, receiveBuffer));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Connects with TLS and trusts only {@link PemSamples#EC}. */
    public static RawHttp connectTls(int port) {
        return connectTls(port, 0);
    }

    /** Connects with TLS like {@link #connectTls(int)}, with a receive buffer of {@code receiveBuffer} bytes. */
    public static RawHttp connectTls(int port, int receiveBuffer) {
        try {
            Socket plain = socket(port, receiveBuffer);
            SSLSocket socket =
                    (SSLSocket) PemSamples.EC.trusted().getSocketFactory().createSocket(plain, "localhost", port, true);
            socket.startHandshake();
            return new RawHttp(socket);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Socket socket(int port, int receiveBuffer) throws IOException {
        Socket socket = new Socket();
        if (receiveBuffer > 0) {
            socket.setReceiveBufferSize(receiveBuffer);
        }
        socket.setSoTimeout(READ_TIMEOUT_MILLIS);
        socket.setTcpNoDelay(true);
        socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
        return socket;
    }

    /** Sends {@code text}, each character as one byte. */
    public RawHttp send(String text) {
        return send(text.getBytes(ISO_8859_1));
    }

    public RawHttp send(byte[] bytes) {
        try {
            socket.getOutputStream().write(bytes);
            return this;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Sends {@code text} and returns true, or returns false if the server has closed the connection. */
    public boolean trySend(String text) {
        try {
            send(text);
            return true;
        } catch (UncheckedIOException e) {
            return false;
        }
    }

    /** Reads the next response. */
    public TestResponse read() {
        return read("GET");
    }

    /** Reads the next response, to a request with {@code method}. */
    public TestResponse read(String method) {
        try {
            return ResponseReader.read(in, method);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Reads all responses until the server closes the connection. */
    public List<TestResponse> readAll() {
        List<TestResponse> responses = new ArrayList<>();
        while (!isAtEnd()) {
            responses.add(read());
        }
        return responses;
    }

    /** Reads one byte, or returns -1 if the server has closed the connection. */
    public int readByte() {
        return unlessClosed(in::read);
    }

    private static int unlessClosed(Read read) {
        try {
            return read.once();
        } catch (SocketException | SSLException reset) {
            return -1;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @FunctionalInterface
    private interface Read {

        /** Returns -1 if the server has closed the connection. */
        int once() throws IOException;
    }

    /** Reads one byte if one is available. */
    public void readByteIfThere() {
        try {
            if (in.available() > 0) {
                readByte();
            }
        } catch (IOException closed) {
            reset();
        }
    }

    /** Waits until the server closes the connection, and skips what it sends before. */
    public void awaitClosed() {
        byte[] skipped = new byte[16 * 1024];
        while (unlessClosed(() -> in.read(skipped)) >= 0) {}
    }

    /** Closes the sending side of the connection. */
    public RawHttp endSending() {
        try {
            socket.shutdownOutput();
            return this;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Resets the connection. */
    public void reset() {
        try {
            socket.setSoLinger(true, 0);
            socket.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        try {
            socket.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private boolean isAtEnd() {
        try {
            in.mark(1);
            int next = in.read();
            in.reset();
            return next < 0;
        } catch (SocketException | SSLException reset) {
            return true;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
