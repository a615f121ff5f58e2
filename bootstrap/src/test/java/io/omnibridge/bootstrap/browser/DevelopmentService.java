package io.omnibridge.bootstrap.browser;

import io.omnibridge.bootstrap.process.Jdk;
import io.omnibridge.bootstrap.process.Omnibridge;
import io.omnibridge.bootstrap.process.Run;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/** One process of {@code serve --dev} for a test class, at a port that was free before. */
final class DevelopmentService implements BeforeAllCallback, AfterAllCallback {

    private final int port = freePort();
    private @Nullable Run process;

    @Override
    public void beforeAll(ExtensionContext context) {
        process =
                Omnibridge.run(Jdk.running(), Map.of("OMNIBRIDGE_HTTP_PORT", Integer.toString(port)), "serve", "--dev");
        process.awaitErr("listening on (\\S+)");
    }

    @Override
    public void afterAll(ExtensionContext context) {
        if (process != null) {
            process.close();
        }
    }

    String url(String path) {
        return "http://127.0.0.1:" + port + path;
    }

    /** The public URL names the port, so it has to be known before the start. */
    private static int freePort() {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
