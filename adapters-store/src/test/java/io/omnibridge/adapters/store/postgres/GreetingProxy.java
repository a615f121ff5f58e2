package io.omnibridge.adapters.store.postgres;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** Greets as a pooling proxy does: as a process of its own, and not as the one of the server that will answer. */
final class GreetingProxy implements AutoCloseable {

    private static final int KEY_DATA = 'K';
    private static final int READY = 'Z';

    /** The answer to the question for TLS that the driver begins with: one byte, and no message. */
    private static final int NO_TLS = 'N';

    private static final int OTHER_PROCESS = -1;

    private final ServerSocket listener = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final int target;

    GreetingProxy(int target) throws IOException {
        this.target = target;
        threads.execute(this::accept);
    }

    int port() {
        return listener.getLocalPort();
    }

    @Override
    public void close() throws IOException {
        listener.close();
        threads.shutdownNow();
    }

    private void accept() {
        while (!listener.isClosed()) {
            try {
                Socket client = listener.accept();
                Socket server = new Socket(InetAddress.getLoopbackAddress(), target);
                threads.execute(() -> pass(client, server));
                threads.execute(() -> greet(server, client));
            } catch (IOException e) {
                // Closed by the test.
            }
        }
    }

    private static void pass(Socket from, Socket to) {
        try (from;
                to) {
            from.getInputStream().transferTo(to.getOutputStream());
        } catch (IOException e) {
            // Either end is gone.
        }
    }

    /** Reads message by message until the server is ready for a query, and changes who it says it is; then passes on everything. */
    private static void greet(Socket from, Socket to) {
        try {
            DataInputStream in = new DataInputStream(from.getInputStream());
            DataOutputStream out = new DataOutputStream(to.getOutputStream());
            int type = in.readUnsignedByte();
            if (type == NO_TLS) {
                out.writeByte(type);
                type = in.readUnsignedByte();
            }
            for (; type != READY; type = in.readUnsignedByte()) {
                byte[] content = in.readNBytes(in.readInt() - Integer.BYTES);
                out.writeByte(type);
                out.writeInt(content.length + Integer.BYTES);
                if (type == KEY_DATA) {
                    out.writeInt(OTHER_PROCESS);
                    out.write(content, Integer.BYTES, content.length - Integer.BYTES);
                } else {
                    out.write(content);
                }
            }
            out.writeByte(type);
        } catch (IOException e) {
            // Either end is gone, which the other is told.
        }
        pass(from, to);
    }
}
