package io.omnibridge.bootstrap;

import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.io.Writer;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Training run from which the JVM makes a CDS archive (before JDK 25) or an AOT cache (JEP 483, JEP 514). It prints the
 * version, runs {@code serve --dev} on a free loopback port, sends one request of each kind, and exits. It reads no setting
 * of the environment, writes no file, and gives up after 30 seconds without a response. Exit status: 0 if every response had
 * the expected status, else 1.
 */
public final class TrainingRun {

    private static final int TIMEOUT_SECONDS = 30;
    private static final Map<String, String> SETTINGS = Map.of("OMNIBRIDGE_HTTP_PORT", "0");
    private static final Pattern PORT = Pattern.compile("http://127\\.0\\.0\\.1:([0-9]+)");
    private static final Pattern TOKEN = Pattern.compile("Bearer ([^']+)");
    private static final String LINK = """
            {"provider":"github","provider_account_id":"1","access_token":"none","expires_in":1,"scope":"repo"}""";

    private static final String LINK_DEMO = """
            {"provider":"demo","provider_account_id":"alice","access_token":"demo-access-token-of-alice"}""";

    private final int port;
    private final String token;

    private TrainingRun(String greeting) {
        this.port = Integer.parseInt(find(PORT, greeting));
        this.token = find(TOKEN, greeting);
    }

    public static void main(String[] arguments) throws Exception {
        PrintStream err = System.err;
        System.setErr(new PrintStream(OutputStream.nullOutputStream()));
        try {
            printVersion();
            new TrainingRun(startService().get(TIMEOUT_SECONDS, TimeUnit.SECONDS)).sendRequests();
            System.exit(0);
        } catch (Exception e) {
            err.println("the training run failed: " + e);
            System.exit(1);
        }
    }

    /**
     * Loads picocli, whose classes are too old for an AOT cache. JDK 25 compares the jar with the one of the training run only
     * if the training run loaded such a class; otherwise it would run the cached classes with any other jar too.
     */
    private static void printVersion() {
        PrintWriter writer = new PrintWriter(Writer.nullWriter());
        Main.program(SETTINGS).execute(writer, writer, "--version");
    }

    /** Starts the service on a thread of its own and returns its greeting, once it is printed. */
    private static CompletableFuture<String> startService() {
        CompletableFuture<String> greeting = new CompletableFuture<>();
        StringWriter printed = new StringWriter() {
            @Override
            public void flush() {
                greeting.complete(toString());
            }
        };
        Runnable serve = () -> {
            PrintWriter writer = new PrintWriter(printed);
            Main.program(SETTINGS).execute(writer, writer, "serve", "--dev");
            greeting.complete(printed.toString());
        };
        Thread service = new Thread(serve, "service");
        service.setDaemon(true);
        service.start();
        return greeting;
    }

    private void sendRequests() throws IOException {
        expect(201, "POST", "/accounts/link", LINK);
        expect(200, "GET", "/accounts", "");
        expect(200, "GET", "/accounts/github/1", "");
        expect(400, "POST", "/accounts/link", "{}");
        expect(204, "DELETE", "/accounts/github/1", "");
        expect(404, "GET", "/accounts/github/1", "");
        expect(200, "GET", "/audit", "");
        expect(200, "GET", "/readyz", "");
        expect(201, "POST", "/accounts/link", LINK_DEMO);
        expect(200, "GET", "/api/demo/alice/v1/messages?q=budget", "");
        expect(201, "POST", "/leases", "{\"label\":\"agent\",\"of\":[\"api\"]}");
        expect(200, "GET", "/audit?log=uses", "");
    }

    private void expect(int status, String method, String path, String body) throws IOException {
        String request = method + " " + path
                + " HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\nAuthorization: Bearer " + token
                + "\r\nContent-Type: application/json\r\nContent-Length: " + body.length() + "\r\n\r\n" + body;
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            socket.setSoTimeout((int) TimeUnit.SECONDS.toMillis(TIMEOUT_SECONDS));
            socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
            String response = new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            if (!response.startsWith("HTTP/1.1 " + status)) {
                throw new IOException("not " + status + " for " + method + " " + path);
            }
        }
    }

    private static String find(Pattern pattern, String text) {
        Matcher matcher = pattern.matcher(text);
        if (!matcher.find()) {
            throw new IllegalStateException("the service did not start");
        }
        return matcher.group(1);
    }
}
