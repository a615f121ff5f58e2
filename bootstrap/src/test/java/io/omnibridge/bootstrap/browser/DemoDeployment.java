package io.omnibridge.bootstrap.browser;

import io.omnibridge.bootstrap.process.Jdk;
import io.omnibridge.bootstrap.process.Omnibridge;
import io.omnibridge.bootstrap.process.Poll;
import io.omnibridge.bootstrap.process.Run;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;

/** What compose.yaml describes, as processes for a test class: the service and the demo, here with the store in memory. */
final class DemoDeployment implements Deployment, BeforeAllCallback, AfterAllCallback {

    private static final Path DEMO_PROVIDERS =
            Path.of("src/main/resources/io/omnibridge/bootstrap/demo/providers.yaml");

    private final int port = FreePort.choose();
    private final int demoPort = FreePort.choose();
    private final Deque<Run> processes = new ArrayDeque<>();

    @Override
    public void beforeAll(ExtensionContext context) throws IOException {
        Run demo = start(Map.of(), "demo", "--port", Integer.toString(demoPort));
        Poll.until(() -> demo.out().contains("demo issuer"), Duration.ofMinutes(5));
        start(settings(), "serve").awaitErr("listening on (\\S+)");
    }

    private Run start(Map<String, String> settings, String... arguments) {
        Run process = Omnibridge.run(Jdk.running(), settings, arguments);
        processes.push(process);
        return process;
    }

    @Override
    public void afterAll(ExtensionContext context) {
        processes.forEach(Run::close);
    }

    @Override
    public String url(String path) {
        return "http://localhost:" + port + path;
    }

    /** Returns the settings of compose.yaml, but for the addresses and the store. */
    private Map<String, String> settings() throws IOException {
        Map<String, String> settings = new HashMap<>();
        environment().forEach((name, value) -> settings.put((String) name, moved(value.toString())));
        settings.keySet()
                .removeIf(name -> name.startsWith("OMNIBRIDGE_POSTGRES") || name.startsWith("OMNIBRIDGE_KEYSET"));
        settings.put("OMNIBRIDGE_STORE", "memory");
        settings.put("OMNIBRIDGE_HTTP_HOST", "127.0.0.1");
        settings.put("OMNIBRIDGE_HTTP_PORT", Integer.toString(port));
        settings.put("OMNIBRIDGE_DRAIN", "0s");
        settings.put("OMNIBRIDGE_PROVIDERS_FILE", providers().toString());
        return settings;
    }

    private Path providers() throws IOException {
        Path file = Path.of("target/demo-" + demoPort + "-providers.yaml");
        return Files.writeString(file, moved(Files.readString(DEMO_PROVIDERS))).toAbsolutePath();
    }

    private String moved(String text) {
        return text.replace(":8080", ":" + port).replace(":8090", ":" + demoPort);
    }

    private static Map<?, ?> environment() throws IOException {
        Object compose =
                new Load(LoadSettings.builder().build()).loadFromString(Files.readString(Path.of("../compose.yaml")));
        return map(map(map(compose, "services"), "omnibridge"), "environment");
    }

    private static Map<?, ?> map(Object parent, String key) {
        return (Map<?, ?>) Objects.requireNonNull(((Map<?, ?>) parent).get(key), key);
    }
}
