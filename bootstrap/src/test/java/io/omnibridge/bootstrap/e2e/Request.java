package io.omnibridge.bootstrap.e2e;

import java.nio.charset.StandardCharsets;

/** An HTTP request that asks the server to close the connection after the response. */
record Request(String line, String headers, String body) {

    static Request get(String path) {
        return of("GET", path);
    }

    static Request delete(String path) {
        return of("DELETE", path);
    }

    static Request post(String path, String json) {
        Request request = of("POST", path).with("Content-Type", "application/json");
        int length = json.getBytes(StandardCharsets.UTF_8).length;
        return new Request(request.line, request.headers, json).with("Content-Length", Integer.toString(length));
    }

    static Request of(String method, String path) {
        return new Request(method + " " + path + " HTTP/1.1", "Host: localhost\r\nConnection: close\r\n", "");
    }

    Request as(String token) {
        return with("Authorization", "Bearer " + token);
    }

    Request with(String name, String value) {
        return new Request(line, headers + name + ": " + value + "\r\n", body);
    }

    /** Returns the whole request. */
    String text() {
        return line + "\r\n" + headers + "\r\n" + body;
    }
}
