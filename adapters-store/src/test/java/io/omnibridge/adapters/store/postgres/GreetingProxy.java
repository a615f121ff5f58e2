package io.omnibridge.adapters.store.postgres;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** Proxy that greets as a pooling proxy does: with another process id than that of the server process behind it. */
final class GreetingProxy implements AutoCloseable {

    /** Message BackendKeyData, which carries the process id. */
    private static final int KEY_DATA = 'K';
    /** Message ReadyForQuery, which ends the greeting. */
    private static final int READY = 'Z';

    /** Reply to the driver's SSLRequest: one byte instead of a message. */
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

    /** Forwards the messages of the greeting with another process id, and then everything unchanged. */
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
            // Either end is gone; forwarding then closes the other.
        }
        pass(from, to);
    }
}
