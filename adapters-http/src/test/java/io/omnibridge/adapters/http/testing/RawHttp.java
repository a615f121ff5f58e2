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
import javax.net.ssl.SSLSocket;

/** One connection on which exactly those bytes are sent that a test names. */
public final class RawHttp implements AutoCloseable {

    /** Only so that a broken server does not hang the build; nothing is measured by it. */
    private static final int PATIENCE_MILLIS = 30_000;

    private final Socket socket;
    private final InputStream in;

    private RawHttp(Socket socket) throws IOException {
        this.socket = socket;
        this.in = new BufferedInputStream(socket.getInputStream());
    }

    public static RawHttp connect(int port) {
        return connect(port, 0);
    }

    /** Connects with room for {@code receiveBuffer} bytes that a slow reader leaves unread; 0 for the usual. */
    public static RawHttp connect(int port, int receiveBuffer) {
        try {
            return new RawHttp(socket(port, receiveBuffer));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Connects, and agrees on TLS with whoever shows {@link PemSamples#EC}. */
    public static RawHttp connectTls(int port) {
        return connectTls(port, 0);
    }

    /** As above, with room for {@code receiveBuffer} bytes. */
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
        socket.setSoTimeout(PATIENCE_MILLIS);
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

    /** Sends {@code text} unless the server has closed the connection, and says whether it had not. */
    public boolean trySend(String text) {
        try {
            send(text);
            return true;
        } catch (UncheckedIOException e) {
            return false;
        }
    }

    /** The next answer. */
    public TestResponse read() {
        return read("GET");
    }

    /** The next answer, to a request with {@code method}. */
    public TestResponse read(String method) {
        try {
            return ResponseReader.read(in, method);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** All answers until the server closes the connection. */
    public List<TestResponse> readAll() {
        List<TestResponse> responses = new ArrayList<>();
        while (!isAtEnd()) {
            responses.add(read());
        }
        return responses;
    }

    /** One byte of what the server sends, or -1 once it has closed the connection. */
    public int readByte() {
        try {
            return in.read();
        } catch (SocketException reset) {
            return -1;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Takes one byte of what has come, if anything has. */
    public void readByteIfThere() {
        try {
            if (in.available() > 0) {
                readByte();
            }
        } catch (IOException closed) {
            reset();
        }
    }

    /** Waits for the server to close the connection; anything that it sends before is skipped. */
    public void awaitClosed() {
        while (readByte() >= 0) {}
    }

    /** Says that nothing more will be sent. */
    public RawHttp endSending() {
        try {
            socket.shutdownOutput();
            return this;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Breaks the connection off without a word. */
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
        } catch (SocketException reset) {
            return true;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
