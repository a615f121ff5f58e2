package io.omnibridge.bootstrap.browser;

import io.omnibridge.bootstrap.process.Jdk;
import io.omnibridge.bootstrap.process.Omnibridge;
import io.omnibridge.bootstrap.process.Run;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/** One process of {@code serve --dev} for a test class. */
final class DevelopmentService implements Deployment, BeforeAllCallback, AfterAllCallback {

    private final int port = FreePort.choose();
    private @Nullable Run process;

    @Override
    public void beforeAll(ExtensionContext context) {
        Run started =
                Omnibridge.run(Jdk.running(), Map.of("OMNIBRIDGE_HTTP_PORT", Integer.toString(port)), "serve", "--dev");
        process = started;
        started.awaitErr("listening on (\\S+)");
    }

    @Override
    public void afterAll(ExtensionContext context) {
        if (process != null) {
            process.close();
        }
    }

    @Override
    public String url(String path) {
        return "http://127.0.0.1:" + port + path;
    }
}
