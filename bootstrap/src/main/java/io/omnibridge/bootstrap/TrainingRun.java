package io.omnibridge.bootstrap;

import io.omnibridge.bootstrap.command.QuickStart;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A short life of the service, for the JVM to keep what it learns of it: it starts as {@code serve --dev} does, on a free port
 * of loopback, answers requests of each kind, and is stopped. It reads no configuration, leaves nothing behind, and gives up
 * after seconds. Exit status: 0 if all answers were as they should be.
 */
public final class TrainingRun {

    private static final int PATIENCE_SECONDS = 30;
    private static final Map<String, String> SETTINGS = Map.of("OMNIBRIDGE_HTTP_PORT", "0");
    private static final Pattern PORT = Pattern.compile("http://127\\.0\\.0\\.1:([0-9]+)");
    private static final Pattern TOKEN = Pattern.compile("Bearer ([^']+)");
    private static final String LINK = """
            {"provider":"github","provider_account_id":"1","access_token":"none","expires_in":1,"scope":"repo"}""";

    private final int port;
    private final String token;

    private TrainingRun(String greeting) {
        this.port = Integer.parseInt(found(PORT, greeting));
        this.token = found(TOKEN, greeting);
    }

    public static void main(String[] arguments) throws Exception {
        PrintStream err = System.err;
        System.setErr(new PrintStream(OutputStream.nullOutputStream()));
        try {
            new TrainingRun(serve().get(PATIENCE_SECONDS, TimeUnit.SECONDS)).play();
            System.exit(0);
        } catch (Exception e) {
            err.println("the rehearsal failed: " + e);
            System.exit(1);
        }
    }

    /** Starts the service; answers how it greets. */
    private static CompletableFuture<String> serve() {
        CompletableFuture<String> greeting = new CompletableFuture<>();
        StringWriter printed = new StringWriter() {
            @Override
            public void flush() {
                greeting.complete(toString());
            }
        };
        Thread serving = new Thread(
                () -> {
                    new QuickStart(Main.serving(SETTINGS))
                            .execute(new PrintWriter(printed), new PrintWriter(printed), "serve", "--dev");
                    greeting.complete(printed.toString());
                },
                "serving");
        serving.setDaemon(true);
        serving.start();
        return greeting;
    }

    private void play() throws IOException {
        expect(201, "POST", "/accounts/link", LINK);
        expect(200, "GET", "/accounts", "");
        expect(200, "GET", "/accounts/github/1", "");
        expect(400, "POST", "/accounts/link", "{}");
        expect(204, "DELETE", "/accounts/github/1", "");
        expect(404, "GET", "/accounts/github/1", "");
        expect(200, "GET", "/audit", "");
        expect(200, "GET", "/readyz", "");
    }

    private void expect(int status, String method, String path, String body) throws IOException {
        String request = method + " " + path
                + " HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\nAuthorization: Bearer " + token
                + "\r\nContent-Type: application/json\r\nContent-Length: " + body.length() + "\r\n\r\n" + body;
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            socket.setSoTimeout((int) TimeUnit.SECONDS.toMillis(PATIENCE_SECONDS));
            socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
            String answer = new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            if (!answer.startsWith("HTTP/1.1 " + status)) {
                throw new IOException("not " + status + " for " + method + " " + path);
            }
        }
    }

    private static String found(Pattern pattern, String text) {
        Matcher matcher = pattern.matcher(text);
        if (!matcher.find()) {
            throw new IllegalStateException("the service did not start");
        }
        return matcher.group(1);
    }
}
