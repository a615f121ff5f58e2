package io.omnibridge.bootstrap.process;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;

/**
 * Replacement for curl with the options that the documentation uses: {@code -sS}, {@code -i}, {@code -X}, {@code -H}, {@code -d} and
 * {@code -w '%{http_code}\n'}.
 */
public final class Curl {

    private final HttpRequest.Builder request = HttpRequest.newBuilder();
    private String method = "";
    private BodyPublisher body = BodyPublishers.noBody();
    private String format = "";
    private boolean head;

    private Curl() {}

    public static void main(String[] arguments) throws IOException, InterruptedException {
        Curl curl = new Curl();
        Deque<String> remaining = new ArrayDeque<>(List.of(arguments));
        while (!remaining.isEmpty()) {
            curl.take(remaining.pop(), remaining);
        }
        curl.run();
    }

    private void take(String argument, Deque<String> more) {
        switch (argument) {
            case "-sS" -> {}
            case "-i" -> head = true;
            case "-X" -> method = more.pop();
            case "-H" -> header(more.pop());
            case "-d" -> data(more.pop());
            case "-w" -> format = more.pop();
            default -> request.uri(URI.create(argument));
        }
    }

    private void header(String line) {
        int colon = line.indexOf(':');
        request.header(line.substring(0, colon), line.substring(colon + 1).strip());
    }

    private void data(String data) {
        body = BodyPublishers.ofString(data);
        method = method.isEmpty() ? "POST" : method;
    }

    private void run() throws IOException, InterruptedException {
        request.method(method.isEmpty() ? "GET" : method, body);
        HttpClient client =
                HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
        HttpResponse<String> response = client.send(request.build(), BodyHandlers.ofString());
        if (head) {
            System.out.print("HTTP/1.1 " + response.statusCode() + " \r\n");
            response.headers().map().forEach((name, values) -> System.out.print(name + ": " + values.get(0) + "\r\n"));
            System.out.print("\r\n");
        }
        System.out.print(response.body());
        System.out.print(format.replace("%{http_code}", Integer.toString(response.statusCode()))
                .replace("\\n", "\n"));
        System.out.flush();
    }
}
