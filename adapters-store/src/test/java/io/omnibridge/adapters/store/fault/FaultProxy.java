package io.omnibridge.adapters.store.fault;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** Proxy between OmniBridge and a store that injects network faults, also into open connections. */
public final class FaultProxy implements AutoCloseable {

    /** What the proxy does to bytes. */
    public enum Fault {
        NONE,
        /** Bytes are held back; connections stay open. */
        STALL,
        /** Replies arrive byte by byte, each before a socket timeout. */
        DRIBBLE,
        /** Replies arrive as random bytes. */
        GARBAGE,
        /** Replies begin with bytes that break a reader that believes them. */
        MALFORMED,
        /** Connections are reset. */
        RESET
    }

    private static final int DRIBBLE_MILLIS = 800;

    private final ServerSocket listener = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final Set<Socket> sockets = ConcurrentHashMap.newKeySet();
    private final Random random = new Random(42);
    private final int target;
    private final byte[] malformed;
    private volatile Fault fault = Fault.NONE;

    /** @param malformed first bytes of replies under {@link Fault#MALFORMED} */
    public FaultProxy(int target, byte[] malformed) throws IOException {
        this.target = target;
        this.malformed = malformed.clone();
        threads.execute(this::accept);
    }

    public int port() {
        return listener.getLocalPort();
    }

    public void inject(Fault injected) {
        fault = injected;
    }

    @Override
    public void close() throws IOException {
        listener.close();
        for (Socket socket : sockets) {
            socket.close();
        }
        threads.shutdownNow();
    }

    private void accept() {
        while (!listener.isClosed()) {
            try {
                Socket client = listener.accept();
                Socket server = new Socket(InetAddress.getLoopbackAddress(), target);
                sockets.add(client);
                sockets.add(server);
                threads.execute(() -> pump(client, server, false));
                threads.execute(() -> pump(server, client, true));
            } catch (IOException e) {
                // The test or the server closed the socket; the client sees that.
            }
        }
    }

    private void pump(Socket from, Socket to, boolean replies) {
        byte[] bytes = new byte[8_192];
        try (from;
                to) {
            InputStream in = from.getInputStream();
            for (int count = in.read(bytes); count > 0; count = in.read(bytes)) {
                pass(bytes, count, to, replies);
            }
        } catch (IOException | InterruptedException e) {
            // Either end is gone, or the test is over.
        } finally {
            sockets.remove(from);
            sockets.remove(to);
        }
    }

    private void pass(byte[] bytes, int count, Socket to, boolean replies) throws IOException, InterruptedException {
        while (fault == Fault.STALL) {
            Thread.sleep(10);
        }
        if (fault == Fault.RESET) {
            to.setSoLinger(true, 0);
            throw new IOException("reset");
        }
        int spoiled = replies ? spoil(bytes, count) : count;
        write(bytes, spoiled, to.getOutputStream(), replies);
    }

    /** Returns the new number of bytes. */
    private int spoil(byte[] bytes, int count) {
        if (fault == Fault.GARBAGE) {
            random.nextBytes(bytes);
        }
        if (fault != Fault.MALFORMED) {
            return count;
        }
        System.arraycopy(malformed, 0, bytes, 0, malformed.length);
        return Math.max(count, malformed.length);
    }

    private void write(byte[] bytes, int count, OutputStream out, boolean replies)
            throws IOException, InterruptedException {
        int written = 0;
        while (fault == Fault.DRIBBLE && replies && written < count) {
            out.write(bytes, written++, 1);
            Thread.sleep(DRIBBLE_MILLIS);
        }
        out.write(bytes, written, count - written);
    }
}
